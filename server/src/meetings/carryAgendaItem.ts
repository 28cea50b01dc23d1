import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { handleAgendaItem, ownAgendaItem, requireOpen } from './agendaItem.ts';

export type CarryAgendaItem = { agendaItemId: string; opId?: string | null };

/** Leaves it for the next meeting, on whose agenda it appears when this one is over. */
export function carryAgendaItem(context: Context, input: CarryAgendaItem): Promise<{ agendaItemId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'carryAgendaItem', input }, async (write) => {
    const item = await ownAgendaItem(write, personId, input.agendaItemId);
    requireOpen(item);
    await handleAgendaItem(write, item, { state: 'CARRIED' });
    return { agendaItemId: item.id };
  });
}
