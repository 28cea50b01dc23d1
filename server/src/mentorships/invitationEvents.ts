import type { Invitation } from '@belay/prisma/client';
import { viewerEvent } from '../accounts/events.ts';
import type { Write } from '../platform/transaction.ts';

export type InvitationFacts = {
  invitationId: string;
  inviterId: string;
  inviteeSide: Invitation['inviteeSide'];
  state: Invitation['state'];
  expiresAt: string;
  mentorshipId: string | null;
};

function factsOf(invitation: Invitation): InvitationFacts {
  const { id, inviterId, inviteeSide, state, expiresAt, mentorshipId } = invitation;
  return {
    invitationId: id,
    inviterId,
    inviteeSide,
    state,
    expiresAt: expiresAt.toISOString(),
    mentorshipId,
  };
}

/** Records how an invitation stands now for one of its two people. */
export function recordInvitation(
  { record }: Pick<Write, 'record'>,
  streamId: string,
  type: 'InvitationReceived' | 'InvitationChanged',
  invitation: Invitation,
): Promise<void> {
  return record({ streamId, type, payload: factsOf(invitation) });
}

/**
 * Ends an invitation and tells whoever sent it. Whoever was invited is told by a job: one stream is locked at a time,
 * and neither the answer nor the time it takes says whether the address has an account.
 */
export async function settleInvitation(
  write: Pick<Write, 'tx' | 'record' | 'enqueue'>,
  id: string,
  data: Pick<Invitation, 'state'> & Partial<Pick<Invitation, 'answeredAt' | 'mentorshipId'>>,
): Promise<void> {
  const invitation = await write.tx.invitation.update({ where: { id }, data });
  await recordInvitation(write, invitation.inviterId, 'InvitationChanged', invitation);
  await write.enqueue({ kind: 'tellInvited', payload: { invitationId: id } });
}

viewerEvent<InvitationFacts>('InvitationReceived', 'Somebody invited you to begin a mentorship.', (t) => ({
  invitation: t.prismaField({
    type: 'Invitation',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.invitation.findUniqueOrThrow({ ...query, where: { id: payload.invitationId } }),
  }),
}));

viewerEvent<InvitationFacts>(
  'InvitationChanged',
  'An invitation you sent went out, or one you sent or received was answered, taken back, or has expired.',
  (t) => ({
    invitation: t.prismaField({
      type: 'Invitation',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.invitation.findUniqueOrThrow({ ...query, where: { id: payload.invitationId } }),
    }),
  }),
);

viewerEvent<{ mentorshipId: string }>('MentorshipBegan', 'You have a new mentorship.', (t) => ({
  mentorship: t.prismaField({
    type: 'Mentorship',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.mentorship.findUniqueOrThrow({ ...query, where: { id: payload.mentorshipId } }),
  }),
}));
