import type { Meeting, Prisma, Segment, SegmentKind } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import type { Tx, Write } from '../platform/transaction.ts';
import { recordMeeting, segmentFacts } from './facts.ts';

/** How the time of an ordinary meeting is shared out: minutes of an hour. */
const OF_AN_HOUR: [SegmentKind, number][] = [
  ['PROMISES', 7],
  ['GOALS', 12],
  ['AGENDA', 20],
  ['EXCHANGE', 8],
  ['WRAP_UP', 5],
];
const PERSONAL: [SegmentKind, number] = ['PERSONAL', 8];

type Plan = Pick<Meeting, 'minutes' | 'personalTime' | 'personalDroppedBy'>;

/** Personal time goes when both did without it. */
export const isPersonalGone = ({ personalDroppedBy }: Pick<Meeting, 'personalDroppedBy'>) =>
  personalDroppedBy.length === 2;

/** The parts of a meeting in order, with whole minutes that add up to its length; personal time truly first or last. */
export function layOut(plan: Plan): { kind: SegmentKind; minutes: number }[] {
  const shares = isPersonalGone(plan)
    ? OF_AN_HOUR
    : plan.personalTime === 'FIRST'
      ? [PERSONAL, ...OF_AN_HOUR]
      : [...OF_AN_HOUR, PERSONAL];
  const minutes = shareOut(
    plan.minutes,
    shares.map(([, share]) => share),
  );
  return shares.map(([kind], index) => ({ kind, minutes: minutes[index] ?? 0 }));
}

/** Shares out whole minutes by largest remainder, one for each part first when there are enough. */
function shareOut(total: number, shares: number[]): number[] {
  const least = total >= shares.length ? 1 : 0;
  const rest = total - least * shares.length;
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const exact = shares.map((share) => (rest * share) / whole);
  const minutes = exact.map((share) => least + Math.floor(share));
  const missing = total - minutes.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share % 1 }))
    .sort((a, b) => b.remainder - a.remainder);
  for (const { index } of byRemainder.slice(0, missing)) minutes[index] = (minutes[index] ?? 0) + 1;
  return minutes;
}

/** Lays out anew a meeting that has not started. */
export async function replaceSegments(tx: Tx, meeting: Plan & { id: string }): Promise<void> {
  await tx.segment.deleteMany({ where: { meetingId: meeting.id } });
  const data = layOut(meeting).map((part, position) => ({
    id: uuidv7(),
    meetingId: meeting.id,
    position,
    ...part,
  }));
  await tx.segment.createMany({ data });
}

/** All of a meeting, in order. */
export const segmentsOf = (tx: Tx, { id }: Pick<Meeting, 'id'>): Promise<Segment[]> =>
  tx.segment.findMany({ where: { meetingId: id }, orderBy: { position: 'asc' } });

/** Records what happened in a meeting, with how it and its segments stand now. */
export async function recordWithSegments(
  write: Write,
  type: string,
  meeting: Meeting,
  more: Prisma.InputJsonObject = {},
): Promise<void> {
  const segments = await segmentsOf(write.tx, meeting);
  await recordMeeting(write, type, meeting, { ...more, segments: segments.map(segmentFacts) });
}
