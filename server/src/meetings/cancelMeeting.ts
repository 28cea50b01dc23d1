import type { Context } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import { carryAgenda } from './carrying.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { recordMeeting } from './facts.ts';
import { PLANNED, requireState } from './policy.ts';

/** Calls off a meeting that has not started. What stood on its agenda is carried to the next one. */
export function cancelMeeting(
  context: Context,
  input: OfMeeting & { reason: string },
): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'cancelMeeting', input, async (write, meeting) => {
    const { reason } = input;
    requireActive(meeting.mentorship);
    requireState(meeting, PLANNED);
    const cancelled = await write.tx.meeting.update({
      where: { id: meeting.id },
      data: { state: 'CANCELLED', cancelReason: reason },
    });
    await recordMeeting(write, 'MeetingCancelled', cancelled, { reason });
    await carryAgenda(write, cancelled);
  });
}
