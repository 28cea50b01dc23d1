import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { AgendaItemSettled, handleAgendaItem, ownAgendaItem, requireOpen } from './agendaItem.ts';
import { requireLive } from './policy.ts';

export type DiscussAgendaItem = { agendaItemId: string; undo?: boolean | null; opId?: string | null };

/** It has been talked about; or, with `undo`, it has not after all. */
export function discussAgendaItem(
  context: Context,
  input: DiscussAgendaItem,
): Promise<{ agendaItemId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'discussAgendaItem', input }, async (write) => {
    const item = await ownAgendaItem(write, personId, input.agendaItemId);
    requireLive(item.meeting);
    const result = { agendaItemId: item.id };
    if (!input.undo) {
      requireOpen(item);
      await handleAgendaItem(write, item, { state: 'DISCUSSED' });
      return result;
    }
    if (item.state === 'OPEN') return result;
    if (item.state !== 'DISCUSSED') throw new AgendaItemSettled(item);
    await handleAgendaItem(write, item, { state: 'OPEN' });
    return result;
  });
}
