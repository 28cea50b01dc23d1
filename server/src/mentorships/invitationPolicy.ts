import type { Invitation } from '@belay/prisma/client';
import { type Context, requireViewer } from '../context.ts';
import { verifiedAddress, verifiedAddressOf } from '../people/policy.ts';
import { badInput, notFound } from '../platform/errors.ts';
import type { Tx } from '../platform/transaction.ts';
import { NotWithYourself } from './errors.ts';
import { InvitationNotOpen, WrongAddress } from './invitationErrors.ts';
import { hashSecret } from './invitationSecret.ts';

type Between = Pick<Invitation, 'id' | 'inviterId' | 'email'>;

/** Who answers says which: by the secret of the mailed link, or by id when it was sent to their own address. */
export type Named = { token?: string | null; invitationId?: string | null };

/** Whether the viewer is the one who invites or the one who is invited. */
export async function isBetween(context: Context, { inviterId, email }: Between): Promise<boolean> {
  if (!context.viewer) return false;
  return context.viewer.personId === inviterId || (await verifiedAddress(context)) === email;
}

/** An invitation is read by the one who invites, the one who is invited, and whoever holds its secret. */
export async function maySeeInvitation(context: Context, invitation: Between): Promise<boolean> {
  return context.memory.has(heldKey(invitation.id)) || (await isBetween(context, invitation));
}

/** Remembers, for this operation, that its secret was shown. */
function hold(context: Context, invitationId: string): void {
  context.memory.set(heldKey(invitationId), true);
}

const heldKey = (invitationId: string) => `invitation held:${invitationId}`;

/**
 * The invitation with that secret.
 * @throws NOT_FOUND when there is none
 */
export async function heldInvitation(context: Context, db: Pick<Tx, 'invitation'>, token: string) {
  const invitation = await db.invitation.findUnique({ where: { tokenHash: hashSecret(token) } });
  if (!invitation) throw notFound();
  hold(context, invitation.id);
  return invitation;
}

/**
 * The invitation that is about to be answered; whether it is still open is asked once its people are locked.
 * @throws BAD_USER_INPUT unless it is named in one way; NOT_FOUND when there is none; UNAUTHENTICATED to whoever names
 * it by id and is not signed in
 */
export async function namedInvitation(
  context: Context,
  db: Tx,
  { token, invitationId }: Named,
): Promise<Invitation> {
  if (token != null && invitationId == null) return heldInvitation(context, db, token);
  if (token != null || invitationId == null) throw namedWrongly();
  requireViewer(context);
  const invitation = await db.invitation.findUnique({ where: { id: invitationId } });
  if (!invitation) throw notFound();
  return invitation;
}

const namedWrongly = () =>
  badInput([
    { path: ['input', 'token'], message: 'Give either the secret of the link or the id of the invitation.' },
  ]);

/**
 * Only the person with the address that was invited answers.
 * @throws NotWithYourself to the one who invites; WrongAddress to whoever holds the secret of somebody else's;
 * NOT_FOUND to whoever has but its id
 */
export async function requireAddressee(
  context: Context,
  db: Tx,
  { id, inviterId, email }: Between,
): Promise<void> {
  const { personId } = requireViewer(context);
  if (inviterId === personId) throw new NotWithYourself();
  if ((await verifiedAddressOf(db, personId)) === email) return;
  throw context.memory.has(heldKey(id)) ? new WrongAddress() : notFound();
}

/** @throws InvitationNotOpen when it was answered, taken back, or its time is over. */
export async function requireOpen(tx: Tx, id: string, now: Date): Promise<Invitation> {
  const invitation = await tx.invitation.findUniqueOrThrow({ where: { id } });
  if (invitation.state !== 'SENT' || invitation.expiresAt <= now)
    throw new InvitationNotOpen(id, invitation.state);
  return invitation;
}
