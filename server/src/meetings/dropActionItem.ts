import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { handleActionItem, ownActionItem, requireUnsettled } from './actionItem.ts';

export type DropActionItem = { actionItemId: string; reason: string; opId?: string | null };

/** The promise is let go, and why. */
export function dropActionItem(context: Context, input: DropActionItem): Promise<{ actionItemId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'dropActionItem', input }, async (write) => {
    const item = await ownActionItem(write, personId, input.actionItemId);
    requireUnsettled(item);
    await handleActionItem(write, item, { state: 'DROPPED', dropReason: input.reason });
    return { actionItemId: item.id };
  });
}
