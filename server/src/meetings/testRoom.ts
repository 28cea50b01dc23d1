import type { Actor } from '../../../test/harness/actor.ts';
import type { Belay } from '../../../test/harness/belay.ts';

/** A mentor and a mentee with a meeting. */
export type Room = { mentor: Actor; mentee: Actor; mentorshipId: string; meetingId: string };

/** The two have planned a meeting, for now unless told otherwise. */
export async function planRoom(belay: Belay, pair?: Omit<Room, 'meetingId'>, startsAt?: Date): Promise<Room> {
  const { mentor, mentee, mentorshipId } = pair ?? (await belay.pair());
  const input = {
    mentorshipId,
    startsAt: (startsAt ?? belay.clock.now()).toISOString(),
    minutes: 60,
    zone: 'Europe/Zurich',
    objective: 'Look at the draft',
  };
  const { meeting } = await mentor.mutate<{ meeting: { id: string } }>(
    'planMeeting',
    input,
    'meeting { id }',
  );
  return { mentor, mentee, mentorshipId, meetingId: meeting.id };
}

/** The mentor has started the meeting: it is live. */
export async function openRoom(belay: Belay, pair?: Omit<Room, 'meetingId'>): Promise<Room> {
  const room = await planRoom(belay, pair);
  await room.mentor.mutate('startMeeting', { meetingId: room.meetingId });
  return room;
}

/** The meeting was held and is over. */
export async function closedRoom(belay: Belay): Promise<Room> {
  const room = await openRoom(belay);
  await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
  return room;
}

/** The mentorship of a room is over. */
export async function closeMentorship(belay: Belay, { mentorshipId }: Room): Promise<void> {
  await belay.app.services.prisma.mentorship.update({
    where: { id: mentorshipId },
    data: { state: 'CLOSED', mentorPlace: null, endedAt: belay.clock.now() },
  });
}

/** The newest event of the shared stream, as somebody sees it. */
export async function headOf({ mentor, mentorshipId }: Room): Promise<number> {
  const { mentorship } = await mentor.query<{ mentorship: { seq: number } }>(
    'query($id: ID!) { mentorship(id: $id) { seq } }',
    { id: mentorshipId },
  );
  return mentorship.seq;
}

/** Reads something of a room's meeting, as one of its people. */
export async function readMeeting<Fields>(
  actor: Actor,
  meetingId: string,
  selection: string,
): Promise<Fields> {
  const { meeting } = await actor.query<{ meeting: Fields }>(
    `query($id: ID!) { meeting(id: $id) { ${selection} } }`,
    { id: meetingId },
  );
  return meeting;
}
