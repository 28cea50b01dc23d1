import { type Context, requireViewer } from '../context.ts';
import { takesPart } from '../mentorships/policy.ts';
import { notFound } from '../platform/errors.ts';
import type { Present } from '../platform/presence.ts';

/** Who is in the room of a meeting. */
export type RoomPresence = { meetingId: string; mentorshipId: string; people: Present[] };

/** How many windows with one credential look into one room, in this process. */
const windows = new Map<string, number>();

/**
 * Who is in the room, now and whenever it changes, until `context.signal` aborts. Whoever closes their last window has
 * left at once, without fading.
 */
export async function followRoom(context: Context, meetingId: string): Promise<AsyncIterable<Present[]>> {
  const { credential } = requireViewer(context);
  await findRoom(context, meetingId);
  const key = `${meetingId} ${credential.id}`;
  const people = context.presence.follow(meetingId, context.signal);
  windows.set(key, (windows.get(key) ?? 0) + 1);
  context.signal.addEventListener('abort', () => {
    const left = (windows.get(key) ?? 1) - 1;
    if (left > 0) windows.set(key, left);
    else {
      windows.delete(key);
      context.presence.leave(meetingId, credential.id);
    }
  });
  return people;
}

/** @throws NOT_FOUND unless the meeting is one of the viewer's */
export async function findRoom(context: Context, meetingId: string): Promise<{ mentorshipId: string }> {
  const meeting = await context.prisma.meeting.findUnique({
    where: { id: meetingId },
    select: { mentorshipId: true },
  });
  if (!meeting || !(await takesPart(context, meeting.mentorshipId))) throw notFound();
  return meeting;
}
