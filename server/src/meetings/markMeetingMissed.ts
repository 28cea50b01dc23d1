import type { Context } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import { carryAgenda } from './carrying.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { MeetingNotInState } from './errors.ts';
import { recordMeeting } from './facts.ts';
import { PLANNED, requireState } from './policy.ts';

/** Says that a meeting whose time has come did not take place. Its agenda is carried to the next one. */
export function markMeetingMissed(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'markMeetingMissed', input, async (write, meeting) => {
    requireActive(meeting.mentorship);
    requireState(meeting, PLANNED);
    if (meeting.startsAt > write.now) throw new MeetingNotInState(meeting, 'This meeting is still to come.');
    const missed = await write.tx.meeting.update({ where: { id: meeting.id }, data: { state: 'NO_SHOW' } });
    await recordMeeting(write, 'MeetingMissed', missed);
    await carryAgenda(write, missed);
  });
}
