import type { Services } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { recordInvitation } from './invitationEvents.ts';
import { ABOUT, invitationMail } from './invitationMails.ts';

/**
 * Mails an invitation while it is open, and tells whoever has an account with that address how it stands. A job:
 * neither the inviter's answer nor the time it takes says whether there is an account.
 */
export async function tellInvited(
  services: Services,
  { invitationId: id }: { invitationId: string },
): Promise<void> {
  await transaction(services, { actorId: null, name: 'tellInvited', input: {} }, async (write) => {
    const { tx, lock, enqueue } = write;
    const { email } = await tx.invitation.findUniqueOrThrow({ where: { id } });
    const invited = await tx.person.findUnique({
      where: { email, emailVerified: true },
      select: { id: true },
    });
    if (invited) await lock(invited.id);
    const invitation = await tx.invitation.findUniqueOrThrow({ where: { id }, include: ABOUT });
    const open = invitation.state === 'SENT';
    if (open) await enqueue({ kind: 'mail', payload: invitationMail(invitation, services.config) });
    const type = open ? 'InvitationReceived' : 'InvitationChanged';
    if (invited) await recordInvitation(write, invited.id, type, invitation);
    return {};
  });
}
