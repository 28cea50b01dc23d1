import { type Context, requireViewer } from '../context.ts';
import { seconds } from '../platform/clock.ts';
import { CodedError } from '../platform/errors.ts';
import { createRate } from '../platform/rate.ts';
import { findRoom, type RoomPresence } from './followRoom.ts';

export type Doing = 'READING' | 'TALKING' | 'WRITING_AGENDA' | 'WRITING_NOTES' | 'WRITING_EXCHANGE';

export type ShowPresence = { meetingId: string; doing: Doing; cursor?: string | null };

/** Signs of one credential in a second; a hand that types moves its cursor less often. */
const MAX_SIGNS = 30;
const mayShow = createRate(MAX_SIGNS, seconds(1));

/** Says that the viewer is in the room. It is no fact: nothing is stored, and it fades unless it is said again. */
export async function showPresence(
  context: Context,
  { meetingId, doing, cursor }: ShowPresence,
): Promise<RoomPresence> {
  const { personId, credential } = requireViewer(context);
  if (!mayShow(credential.id, context.clock.now())) {
    throw new CodedError('RATE_LIMITED', `At most ${MAX_SIGNS} signs a second.`);
  }
  const { mentorshipId } = await findRoom(context, meetingId);
  context.presence.show(meetingId, personId, credential.id, doing, cursor ?? null);
  return { meetingId, mentorshipId, people: context.presence.snapshot(meetingId) };
}
