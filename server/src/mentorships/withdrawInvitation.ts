import { type Context, requireViewer } from '../context.ts';
import { notFound } from '../platform/errors.ts';
import { transaction } from '../platform/transaction.ts';
import { settleInvitation } from './invitationEvents.ts';
import { requireOpen } from './invitationPolicy.ts';

export type WithdrawInvitation = { invitationId: string; opId?: string | null };

/** Takes back an invitation that waits for an answer. */
export function withdrawInvitation(
  context: Context,
  input: WithdrawInvitation,
): Promise<{ invitationId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'withdrawInvitation', input }, async (write) => {
    const { tx, now, lock } = write;
    await lock(personId);
    const { invitationId: id } = input;
    const own = await tx.invitation.findFirst({ where: { id, inviterId: personId }, select: { id: true } });
    if (!own) throw notFound();
    await requireOpen(tx, id, now);
    await settleInvitation(write, id, { state: 'WITHDRAWN' });
    return { invitationId: id };
  });
}
