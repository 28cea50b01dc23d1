import { type Context, requireViewer } from '../context.ts';
import { Outdated } from '../platform/facts.ts';
import { transaction } from '../platform/transaction.ts';
import { ownActionItem, recordActionItem, requireSide, requireUnsettled } from './actionItem.ts';

export type EditActionItem = {
  actionItemId: string;
  version: number;
  title?: string | null;
  ownerId?: string | null;
  /** Null takes the date away; left out, it stays. */
  dueOn?: Date | null;
  opId?: string | null;
};

/** Rewords an open promise, or gives it another date or owner. */
export function editActionItem(context: Context, input: EditActionItem): Promise<{ actionItemId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'editActionItem', input }, async (write) => {
    const { mentorship, ...item } = await ownActionItem(write, personId, input.actionItemId);
    if (input.ownerId) requireSide(mentorship, input.ownerId);
    requireUnsettled(item);
    if (item.version !== input.version) throw outdated(item.id);

    const edited = await write.tx.actionItem.update({
      where: { id: item.id },
      data: {
        title: input.title ?? undefined,
        ownerId: input.ownerId ?? undefined,
        dueOn: input.dueOn,
        version: { increment: 1 },
      },
    });
    await recordActionItem(write, 'ActionItemEdited', edited);
    return { actionItemId: item.id };
  });
}

const outdated = (id: string) =>
  new Outdated('ActionItem', (prisma) => prisma.actionItem.findUniqueOrThrow({ where: { id } }));
