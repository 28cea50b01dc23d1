import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { ownAgendaItem, requireOpen } from './agendaItem.ts';
import { carryItem } from './carrying.ts';
import { touch } from './policy.ts';

export type CarryAgendaItem = { agendaItemId: string; opId?: string | null };

/** Leaves it for the next meeting that is planned, on whose agenda it appears now or as soon as there is one. */
export function carryAgendaItem(context: Context, input: CarryAgendaItem): Promise<{ agendaItemId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'carryAgendaItem', input }, async (write) => {
    const { meeting, ...item } = await ownAgendaItem(write, personId, input.agendaItemId);
    requireOpen(item);
    await carryItem(write, meeting.mentorshipId, item.id);
    await touch(write.tx, meeting, write.now);
    return { agendaItemId: item.id };
  });
}
