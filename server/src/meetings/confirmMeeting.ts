import type { Context } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { requireVersion } from './editMeeting.ts';
import { NotYourPart } from './errors.ts';
import { recordMeeting } from './facts.ts';
import { requireState } from './policy.ts';

/** The one who did not propose the time says yes to it. */
export function confirmMeeting(
  context: Context,
  input: OfMeeting & { version?: number | null },
): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'confirmMeeting', input, async (write, meeting, personId) => {
    requireActive(meeting.mentorship);
    requireState(meeting, ['PROPOSED']);
    if (meeting.proposedById === personId) {
      throw new NotYourPart('You proposed this time: the other one confirms it.');
    }
    if (input.version != null) requireVersion(meeting, input.version);
    const confirmed = await write.tx.meeting.update({
      where: { id: meeting.id },
      data: { state: 'SCHEDULED' },
    });
    await recordMeeting(write, 'MeetingConfirmed', confirmed);
  });
}
