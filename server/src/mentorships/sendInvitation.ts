import type { Side } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { openProgramme } from '../organizations/openProgramme.ts';
import { later } from '../platform/clock.ts';
import { requireRoom } from '../platform/facts.ts';
import { type Tx, transaction } from '../platform/transaction.ts';
import { AlreadyTogether, NotWithYourself } from './errors.ts';
import { AlreadyInvited } from './invitationErrors.ts';
import { recordInvitation } from './invitationEvents.ts';
import { MAX_OPEN, OPEN_FOR, REMIND_AFTER } from './invitationLimits.ts';
import { requirePatience } from './invitationPatience.ts';
import { hashSecret, secretOf } from './invitationSecret.ts';
import { freePlace } from './places.ts';
import { OVER } from './policy.ts';

export type SendInvitation = { email: string; inviteeSide: Side; words: string; opId?: string | null };

/** Invites somebody by e-mail to begin a mentorship in the open programme. */
export function sendInvitation(context: Context, input: SendInvitation): Promise<{ invitationId: string }> {
  const { personId } = requireViewer(context);
  const { email, inviteeSide, words } = input;
  return transaction(context, { actorId: personId, name: 'sendInvitation', input }, async (write) => {
    const { tx, now, lock, enqueue } = write;
    await lock(personId);
    const programme = await openProgramme(write, personId);
    await requireSomebodyNew(tx, personId, { email, programmeId: programme.id });
    const open = tx.invitation.count({ where: { inviterId: personId, state: 'SENT' } });
    await requireRoom(open, MAX_OPEN, 'invitations that wait for an answer');
    await requirePatience(tx, personId, { email, now });
    // Of the other one's room nothing is said: they may have no account.
    if (inviteeSide === 'MENTEE') await freePlace(tx, personId);

    const id = uuidv7();
    const invitation = await tx.invitation.create({
      data: {
        id,
        inviterId: personId,
        programmeId: programme.id,
        email,
        inviteeSide,
        words,
        state: 'SENT',
        tokenHash: hashSecret(secretOf(id, context.config)),
        expiresAt: later(now, OPEN_FOR),
        createdAt: now,
      },
    });
    await recordInvitation(write, personId, 'InvitationChanged', invitation);
    const payload = { invitationId: id };
    await enqueue({ kind: 'tellInvited', payload });
    await enqueue({ kind: 'remindOfInvitation', payload, runAt: later(now, REMIND_AFTER) });
    await enqueue({ kind: 'expireInvitation', payload, runAt: invitation.expiresAt });
    return payload;
  });
}

/**
 * Asks only what the inviter knows anyway: that an address belongs to somebody they are together with is said only
 * when they invited that address themselves.
 */
async function requireSomebodyNew(
  tx: Tx,
  inviterId: string,
  { email, programmeId }: { email: string; programmeId: string },
): Promise<void> {
  const me = await tx.person.findUniqueOrThrow({ where: { id: inviterId }, select: { email: true } });
  if (me.email.toLowerCase() === email) throw new NotWithYourself();
  const sent = await tx.invitation.findFirst({ where: { inviterId, email, state: 'SENT' } });
  if (sent) throw new AlreadyInvited(sent.id);
  const accepted = await tx.invitation.findFirst({
    where: { inviterId, email, programmeId, mentorship: { state: { notIn: [...OVER] } } },
  });
  if (accepted?.mentorshipId) throw new AlreadyTogether(accepted.mentorshipId);
}
