import type { Context } from '../context.ts';
import { otherOf } from '../mentorships/policy.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { recordMeeting } from './facts.ts';
import { requireLeader, requireLive } from './policy.ts';

/** The leader hands the lead to the other one. Nothing else ever changes who leads, and no lost connection does. */
export function handOverLead(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'handOverLead', input, async (write, meeting, personId) => {
    requireLive(meeting);
    requireLeader(meeting, personId);
    const leaderId = otherOf(meeting.mentorship, personId);
    const handed = await write.tx.meeting.update({
      where: { id: meeting.id },
      data: { leaderId, moveOnAskedById: null, lastActivityAt: write.now },
    });
    await recordMeeting(write, 'LeadHandedOver', handed, { personId: leaderId });
  });
}
