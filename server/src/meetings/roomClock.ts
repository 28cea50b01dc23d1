import type { Meeting, MeetingState, Segment } from '@belay/prisma/client';
import type { Write } from '../platform/transaction.ts';

/** Stops the clock of the current segment and keeps what it showed, in whole seconds. */
export async function stopClock({ tx, now }: Write, { currentSegmentId }: Meeting): Promise<void> {
  if (!currentSegmentId) return;
  const { startedAt } = await tx.segment.findUniqueOrThrow({ where: { id: currentSegmentId } });
  if (!startedAt) return;
  const seconds = Math.max(0, Math.round((now.getTime() - startedAt.getTime()) / 1000));
  await tx.segment.update({
    where: { id: currentSegmentId },
    data: { startedAt: null, spent: { increment: seconds } },
  });
}

/** Lets the clock of a segment run from now on. */
export function startClock({ tx, now }: Write, segmentId: string): Promise<Segment> {
  return tx.segment.update({ where: { id: segmentId }, data: { startedAt: now } });
}

/** Wrapping up is being in the segment of that name, and nothing else. */
export const runningIn = ({ kind }: Pick<Segment, 'kind'>): MeetingState =>
  kind === 'WRAP_UP' ? 'WRAPPING' : 'LIVE';
