import type { Context } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import { later } from '../platform/clock.ts';
import { takeAgendaBack } from './carrying.ts';
import { takePromisesBack } from './carryingPromises.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { MeetingNotInState, TooLate } from './errors.ts';
import { reach } from './hooks.ts';
import { REOPEN_WINDOW } from './limits.ts';
import { requireState } from './policy.ts';
import { runningIn, startClock } from './roomClock.ts';
import { recordWithSegments } from './segments.ts';
import { requireNoneLive } from './startMeeting.ts';

/** Opens an ended meeting again, where it stood and with who led, and takes back what its end carried. */
export function reopenMeeting(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'reopenMeeting', input, async (write, meeting) => {
    const { tx, now } = write;
    const { endedAt, currentSegmentId } = meeting;
    requireActive(meeting.mentorship);
    requireState(meeting, ['ENDED']);
    if (!endedAt || !currentSegmentId) throw new MeetingNotInState(meeting);
    const until = later(endedAt, REOPEN_WINDOW);
    if (now > until) throw new TooLate(until, 'It ended too long ago to be opened again. Plan another one.');
    await requireNoneLive(tx, meeting.mentorshipId);

    const current = await startClock(write, currentSegmentId);
    const reopened = await tx.meeting.update({
      where: { id: meeting.id },
      data: {
        state: runningIn(current),
        endedAt: null,
        endedById: null,
        endReason: null,
        lastActivityAt: now,
      },
    });
    await recordWithSegments(write, 'MeetingReopened', reopened);
    await takeAgendaBack(write, reopened, endedAt);
    await takePromisesBack(write, reopened, endedAt);
    await reach('reopened', write, reopened);
  });
}
