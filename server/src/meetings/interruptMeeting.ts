import type { Context } from '../context.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { RUNNING, requireState } from './policy.ts';
import { stopClock } from './roomClock.ts';
import { recordWithSegments } from './segments.ts';
import { endTalkTurn } from './talkTurn.ts';

/** Stops the clock: a pager, a door. Whoever is talking stops. */
export function interruptMeeting(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'interruptMeeting', input, async (write, meeting) => {
    const { tx, now } = write;
    requireState(meeting, RUNNING);
    await endTalkTurn(write, meeting);
    await stopClock(write, meeting);
    const interrupted = await tx.meeting.update({
      where: { id: meeting.id },
      data: { state: 'INTERRUPTED', lastActivityAt: now },
    });
    await recordWithSegments(write, 'MeetingInterrupted', interrupted);
  });
}
