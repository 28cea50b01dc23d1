import type { Context } from '../context.ts';
import { notFound } from '../platform/errors.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { reach } from './hooks.ts';
import { RUNNING, requireLeader, requireState } from './policy.ts';
import { runningIn, startClock, stopClock } from './roomClock.ts';
import { recordWithSegments } from './segments.ts';

/** The leader moves on, goes back or jumps. Entering the current segment changes nothing. */
export function enterSegment(
  context: Context,
  input: OfMeeting & { segmentId: string },
): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'enterSegment', input, async (write, meeting, personId) => {
    const { tx, now } = write;
    requireState(meeting, RUNNING);
    requireLeader(meeting, personId);
    const segment = await tx.segment.findFirst({ where: { id: input.segmentId, meetingId: meeting.id } });
    if (!segment) throw notFound();
    if (segment.id === meeting.currentSegmentId) return;

    await stopClock(write, meeting);
    await startClock(write, segment.id);
    const moved = await tx.meeting.update({
      where: { id: meeting.id },
      data: {
        state: runningIn(segment),
        currentSegmentId: segment.id,
        moveOnAskedById: null,
        lastActivityAt: now,
      },
    });
    await recordWithSegments(write, 'SegmentEntered', moved, {
      segmentId: segment.id,
    });
    if (segment.kind === 'EXCHANGE') await reach('exchangeEntered', write, moved);
  });
}
