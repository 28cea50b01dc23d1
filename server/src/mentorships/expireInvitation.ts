import type { Services } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { settleInvitation } from './invitationEvents.ts';
import { ABOUT, expiredMail } from './invitationMails.ts';

/** Closes an invitation that nobody answered in time, and tells whoever sent it. */
export async function expireInvitation(
  services: Services,
  { invitationId: id }: { invitationId: string },
): Promise<void> {
  await transaction(services, { actorId: null, name: 'expireInvitation', input: {} }, async (write) => {
    const { tx, now, lock, enqueue } = write;
    const { inviterId } = await tx.invitation.findUniqueOrThrow({ where: { id } });
    await lock(inviterId);
    const invitation = await tx.invitation.findUniqueOrThrow({ where: { id }, include: ABOUT });
    if (invitation.state !== 'SENT' || invitation.expiresAt > now) return {};
    await settleInvitation(write, id, { state: 'EXPIRED' });
    await enqueue({ kind: 'mail', payload: expiredMail(invitation.inviter.email, invitation.email) });
    return {};
  });
}
