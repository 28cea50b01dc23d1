import type { Actor } from '../../../test/harness/actor.ts';
import type { Belay } from '../../../test/harness/belay.ts';
import { PRINCIPLES } from './principles.ts';

/** A mentor and a mentee in a meeting that the mentor has started. */
export type Room = { mentor: Actor; mentee: Actor; mentorshipId: string; meetingId: string };

export async function openRoom(belay: Belay): Promise<Room> {
  const { mentor, mentee, mentorshipId } = await belay.pair();
  const { meeting } = await mentor.mutate<{ meeting: { id: string } }>(
    'planMeeting',
    {
      mentorshipId,
      startsAt: belay.clock.now().toISOString(),
      minutes: 60,
      zone: 'Europe/Zurich',
      objective: 'Look at the draft',
    },
    'meeting { id }',
  );
  await mentor.mutate('startMeeting', { meetingId: meeting.id });
  return { mentor, mentee, mentorshipId, meetingId: meeting.id };
}

/** The room comes to its exchange; returns the exchange's id. */
export async function comeToExchange({ mentor, meetingId }: Room): Promise<string> {
  const { meeting } = await mentor.query<{ meeting: { segments: { id: string; kind: string }[] } }>(
    'query($id: ID!) { meeting(id: $id) { segments { id kind } } }',
    { id: meetingId },
  );
  const segmentId = meeting.segments.find(({ kind }) => kind === 'EXCHANGE')?.id;
  const entered = await mentor.mutate<{ meeting: { exchange: { id: string } } }>(
    'enterSegment',
    { meetingId, segmentId },
    'meeting { exchange { id } }',
  );
  return entered.meeting.exchange.id;
}

/** A whole part of an exchange. */
export const part = (words: string, value = 4) => ({
  helped: `${words}: the questions`,
  change: `${words}: start on time`,
  strength: `${words}: patience`,
  ratings: PRINCIPLES.map((principle) => ({ principle, value })),
});

/** The newest event of the shared stream, as somebody sees it. */
export async function headOf(actor: Actor, mentorshipId: string): Promise<number> {
  const { mentorship } = await actor.query<{ mentorship: { seq: number } }>(
    'query($id: ID!) { mentorship(id: $id) { seq } }',
    { id: mentorshipId },
  );
  return mentorship.seq;
}
