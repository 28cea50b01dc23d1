import type { Context } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { PLANNED, requireState } from './policy.ts';
import { isPersonalGone, recordWithSegments, replaceSegments } from './segments.ts';

/** Says, or with `undo` takes back, that one can do without personal time. It goes when both have said so. */
export function dropPersonalTime(
  context: Context,
  input: OfMeeting & { undo?: boolean | null },
): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'dropPersonalTime', input, async (write, meeting, personId) => {
    const { tx } = write;
    requireActive(meeting.mentorship);
    requireState(meeting, PLANNED);
    const others = meeting.personalDroppedBy.filter((id) => id !== personId);
    const personalDroppedBy = input.undo ? others : [...others, personId];
    if (personalDroppedBy.length === meeting.personalDroppedBy.length) return;

    const changed = await tx.meeting.update({ where: { id: meeting.id }, data: { personalDroppedBy } });
    const gone = isPersonalGone(changed);
    const isLaidOut = gone === isPersonalGone(meeting);
    if (!isLaidOut) await replaceSegments(tx, changed);
    await recordWithSegments(write, 'PersonalTimeDropped', changed, {
      personId,
      gone,
    });
  });
}
