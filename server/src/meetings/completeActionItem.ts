import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { ActionItemSettledAlready, handleActionItem, ownActionItem, requireUnsettled } from './actionItem.ts';

export type CompleteActionItem = { actionItemId: string; undo?: boolean | null; opId?: string | null };

/** The promise was kept; or, with `undo`, it is open after all. */
export function completeActionItem(
  context: Context,
  input: CompleteActionItem,
): Promise<{ actionItemId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'completeActionItem', input }, async (write) => {
    const item = await ownActionItem(write, personId, input.actionItemId);
    const result = { actionItemId: item.id };
    if (!input.undo) {
      requireUnsettled(item);
      await handleActionItem(write, item, { state: 'DONE' });
      return result;
    }
    if (item.state === 'OPEN') return result;
    if (item.state !== 'DONE') throw new ActionItemSettledAlready(item);
    await handleActionItem(write, item, { state: 'OPEN' });
    return result;
  });
}
