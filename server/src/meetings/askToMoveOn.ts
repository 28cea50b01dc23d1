import type { Context } from '../context.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { NotYourPart } from './errors.ts';
import { recordMeeting } from './facts.ts';
import { RUNNING, requireState } from './policy.ts';

/** The one who does not lead asks to leave the current segment. Asking again changes nothing. */
export function askToMoveOn(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'askToMoveOn', input, async (write, meeting, personId) => {
    requireState(meeting, RUNNING);
    if (meeting.leaderId === personId) throw new NotYourPart('You lead: you can simply move on.');
    if (meeting.moveOnAskedById === personId) return;
    const asked = await write.tx.meeting.update({
      where: { id: meeting.id },
      data: { moveOnAskedById: personId, lastActivityAt: write.now },
    });
    await recordMeeting(write, 'MoveOnAsked', asked, { personId });
  });
}
