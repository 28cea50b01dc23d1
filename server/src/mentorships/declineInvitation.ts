import type { Context } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { settleInvitation } from './invitationEvents.ts';
import { declinedMail } from './invitationMails.ts';
import { type Named, namedInvitation, requireAddressee, requireOpen } from './invitationPolicy.ts';

export type DeclineInvitation = Named & { opId?: string | null };

/**
 * Says no, without a reason. Whoever has no account need not make one for that: the secret of the mailed link is
 * enough for somebody who is not signed in.
 */
export function declineInvitation(
  context: Context,
  input: DeclineInvitation,
): Promise<{ invitationId: string }> {
  const actorId = context.viewer?.personId ?? null;
  return transaction(context, { actorId, name: 'declineInvitation', input }, async (write) => {
    const { tx, now, lock, enqueue } = write;
    const invitation = await namedInvitation(context, tx, input);
    if (context.viewer) await requireAddressee(context, tx, invitation);
    const { id, inviterId } = invitation;
    await lock(inviterId);
    const { email } = await requireOpen(tx, id, now);
    await settleInvitation(write, id, { state: 'DECLINED', answeredAt: now });
    const inviter = await tx.person.findUniqueOrThrow({ where: { id: inviterId }, select: { email: true } });
    await enqueue({ kind: 'mail', payload: declinedMail(inviter.email, email) });
    return { invitationId: id };
  });
}
