import type { Services } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { ABOUT, reminderMail } from './invitationMails.ts';
import { hashSecret, secretOf } from './invitationSecret.ts';

/** Mails the one reminder, unless the invitation was answered, or remembered before. */
export async function remindOfInvitation(
  services: Services,
  { invitationId: id }: { invitationId: string },
): Promise<void> {
  await transaction(services, { actorId: null, name: 'remindOfInvitation', input: {} }, async (write) => {
    const { tx, now, lock, enqueue } = write;
    const { inviterId } = await tx.invitation.findUniqueOrThrow({ where: { id } });
    await lock(inviterId);
    const invitation = await tx.invitation.findUniqueOrThrow({ where: { id }, include: ABOUT });
    if (invitation.state !== 'SENT' || invitation.remindedAt || invitation.expiresAt <= now) return {};
    // The newest link works even when our own key has changed since the first.
    const tokenHash = hashSecret(secretOf(id, services.config));
    await tx.invitation.update({ where: { id }, data: { remindedAt: now, tokenHash } });
    await enqueue({ kind: 'mail', payload: reminderMail(invitation, services.config) });
    return {};
  });
}
