import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { handleAgendaItem, ownAgendaItem, requireOpen } from './agendaItem.ts';

export type DropAgendaItem = { agendaItemId: string; reason: string; opId?: string | null };

/** It is no longer needed, and why. */
export function dropAgendaItem(context: Context, input: DropAgendaItem): Promise<{ agendaItemId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'dropAgendaItem', input }, async (write) => {
    const item = await ownAgendaItem(write, personId, input.agendaItemId);
    requireOpen(item);
    await handleAgendaItem(write, item, { state: 'DROPPED', dropReason: input.reason });
    return { agendaItemId: item.id };
  });
}
