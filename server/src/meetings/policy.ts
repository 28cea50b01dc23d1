import type { Meeting, MeetingState, Mentorship, Prisma, Side } from '@belay/prisma/client';
import { ownMentorship } from '../mentorships/policy.ts';
import { notFound } from '../platform/errors.ts';
import type { Tx, Write } from '../platform/transaction.ts';
import { MeetingNotInState, NotTheLeader } from './errors.ts';

/** Not started yet. */
export const PLANNED: MeetingState[] = ['PROPOSED', 'SCHEDULED'];
/** The room is open. */
export const LIVE: MeetingState[] = ['LIVE', 'INTERRUPTED', 'WRAPPING'];
/** The room is open and its clock runs. */
export const RUNNING: MeetingState[] = ['LIVE', 'WRAPPING'];

export type OwnMeeting = Meeting & { mentorship: Mentorship & { side: Side } };

/**
 * The meeting a command is about, as one of its two sides. Locks the mentorship's stream, and reads the meeting after
 * that: commands on the meetings of two people follow one another.
 * @throws NOT_FOUND for everybody else
 */
export async function ownMeeting(
  { tx, lock }: Pick<Write, 'tx' | 'lock'>,
  personId: string,
  where: Prisma.MeetingWhereUniqueInput,
): Promise<OwnMeeting> {
  const found = await tx.meeting.findUnique({ where, select: { mentorshipId: true } });
  if (!found) throw notFound();
  await ownMentorship(tx, personId, { id: found.mentorshipId });
  await lock(found.mentorshipId);
  const meeting = await tx.meeting.findUniqueOrThrow({ where });
  return { ...meeting, mentorship: await ownMentorship(tx, personId, { id: meeting.mentorshipId }) };
}

/** @throws MeetingNotInState unless it is in one of these states */
export function requireState(meeting: Pick<Meeting, 'id' | 'state'>, states: readonly MeetingState[]): void {
  if (!states.includes(meeting.state)) throw new MeetingNotInState(meeting);
}

/** @throws MeetingNotInState unless the room is open, interrupted or not */
export const requireLive = (meeting: Pick<Meeting, 'id' | 'state'>) => requireState(meeting, LIVE);

/** @throws NotTheLeader for the other one, naming who leads */
export function requireLeader({ leaderId }: Pick<Meeting, 'leaderId'>, personId: string): void {
  if (leaderId && leaderId !== personId) throw new NotTheLeader(leaderId);
}

/**
 * Something was done by the two: the inactivity of their live meeting, if there is one, is counted from now. Every write
 * that may happen in a live meeting calls it.
 */
export async function touch(
  tx: Tx,
  { mentorshipId }: Pick<Meeting, 'mentorshipId'>,
  now: Date,
): Promise<void> {
  await tx.meeting.updateMany({
    where: { mentorshipId, state: { in: LIVE } },
    data: { lastActivityAt: now },
  });
}
