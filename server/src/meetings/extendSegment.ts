import type { Context } from '../context.ts';
import { badInput, notFound } from '../platform/errors.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { MAX_SEGMENT } from './limits.ts';
import { requireLeader, requireLive, touch } from './policy.ts';
import { recordWithSegments } from './segments.ts';

/** The leader gives a segment more time. */
export function extendSegment(
  context: Context,
  input: OfMeeting & { segmentId: string; minutes: number },
): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'extendSegment', input, async (write, meeting, personId) => {
    const { tx, now } = write;
    const { segmentId, minutes } = input;
    requireLive(meeting);
    requireLeader(meeting, personId);
    const segment = await tx.segment.findFirst({ where: { id: segmentId, meetingId: meeting.id } });
    if (!segment) throw notFound();
    if (segment.minutes + minutes > MAX_SEGMENT) {
      const message = `A segment can have at most ${MAX_SEGMENT} minutes.`;
      throw badInput([{ path: ['input', 'minutes'], message }]);
    }

    await tx.segment.update({ where: { id: segmentId }, data: { minutes: { increment: minutes } } });
    await touch(tx, meeting, now);
    await recordWithSegments(write, 'SegmentExtended', meeting, {
      segmentId,
      minutes,
    });
  });
}
