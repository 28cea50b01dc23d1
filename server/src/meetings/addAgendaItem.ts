import { type Context, requireViewer } from '../context.ts';
import { notFound } from '../platform/errors.ts';
import { requireRoom } from '../platform/facts.ts';
import { type Tx, transaction } from '../platform/transaction.ts';
import { requireAgenda } from './agendaItem.ts';
import { addToAgenda } from './carrying.ts';
import { MAX_AGENDA } from './contentLimits.ts';
import { ownMeeting, touch } from './policy.ts';

export type AddAgendaItem = {
  meetingId: string;
  title: string;
  detail?: string | null;
  goalId?: string | null;
  opId?: string | null;
};

/** Puts something at the end of the agenda. */
export function addAgendaItem(
  context: Context,
  input: AddAgendaItem,
): Promise<{ agendaItemId: string; meetingId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'addAgendaItem', input }, async (write) => {
    const { tx, now } = write;
    const meeting = await ownMeeting(write, personId, { id: input.meetingId });
    requireAgenda(meeting);
    const { id: meetingId, mentorshipId } = meeting;
    if (input.goalId) await requireGoal(tx, mentorshipId, input.goalId);
    await requireRoom(tx.agendaItem.count({ where: { meetingId } }), MAX_AGENDA, 'items on an agenda');

    const { title, detail, goalId } = input;
    const item = await addToAgenda(write, meeting, {
      authorId: personId,
      title,
      detail: detail ?? '',
      goalId,
    });
    await touch(tx, meeting, now);
    return { agendaItemId: item.id, meetingId };
  });
}

/** @throws NOT_FOUND when the goal is not one of this mentorship */
async function requireGoal(tx: Tx, mentorshipId: string, id: string): Promise<void> {
  const goal = await tx.goal.findUnique({ where: { id }, select: { mentorshipId: true } });
  if (goal?.mentorshipId !== mentorshipId) throw notFound();
}
