import type { Context } from '../context.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { MeetingNotInState } from './errors.ts';
import { requireState } from './policy.ts';
import { runningIn, startClock } from './roomClock.ts';
import { recordWithSegments } from './segments.ts';

/** Lets the clock of the current segment run again. */
export function resumeMeeting(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'resumeMeeting', input, async (write, meeting) => {
    const { tx, now } = write;
    requireState(meeting, ['INTERRUPTED']);
    if (!meeting.currentSegmentId) throw new MeetingNotInState(meeting);
    const current = await startClock(write, meeting.currentSegmentId);
    const resumed = await tx.meeting.update({
      where: { id: meeting.id },
      data: { state: runningIn(current), lastActivityAt: now },
    });
    await recordWithSegments(write, 'MeetingResumed', resumed);
  });
}
