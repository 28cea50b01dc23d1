import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import { requireRoom } from '../platform/facts.ts';
import { transaction } from '../platform/transaction.ts';
import { recordActionItem, requireSide } from './actionItem.ts';
import { MAX_ACTIONS } from './contentLimits.ts';
import { LIVE, ownMeeting, PLANNED, requireState } from './policy.ts';

export type AddActionItem = {
  meetingId: string;
  ownerId: string;
  title: string;
  dueOn?: Date | null;
  opId?: string | null;
};

/** Writes down a promise: who does what until when. */
export function addActionItem(
  context: Context,
  input: AddActionItem,
): Promise<{ actionItemId: string; meetingId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'addActionItem', input }, async (write) => {
    const { tx, now } = write;
    const meeting = await ownMeeting(write, personId, { id: input.meetingId });
    const { id: meetingId, mentorshipId } = meeting;
    requireSide(meeting.mentorship, input.ownerId);
    requireActive(meeting.mentorship);
    requireState(meeting, [...PLANNED, ...LIVE]);
    await requireRoom(tx.actionItem.count({ where: { meetingId } }), MAX_ACTIONS, 'promises in a meeting');

    const item = await tx.actionItem.create({
      data: {
        id: uuidv7(),
        mentorshipId,
        meetingId,
        authorId: personId,
        ownerId: input.ownerId,
        title: input.title,
        dueOn: input.dueOn,
        createdAt: now,
      },
    });
    await recordActionItem(write, 'ActionItemAdded', item);
    return { actionItemId: item.id, meetingId };
  });
}
