import { type Context, requireViewer } from '../context.ts';
import { transaction, type Write } from '../platform/transaction.ts';
import { beginMentorship } from './beginMentorship.ts';
import { settleInvitation } from './invitationEvents.ts';
import { acceptedMail } from './invitationMails.ts';
import { type Named, namedInvitation, requireAddressee, requireOpen } from './invitationPolicy.ts';

export type AcceptInvitation = Named & { opId?: string | null };

/** Begins the mentorship that somebody was invited to. */
export function acceptInvitation(
  context: Context,
  input: AcceptInvitation,
): Promise<{ mentorshipId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'acceptInvitation', input }, async (write) => {
    const invitation = await namedInvitation(context, write.tx, input);
    await requireAddressee(context, write.tx, invitation);
    const { id, inviterId, programmeId, inviteeSide } = invitation;
    await lockBoth(write, inviterId, personId);
    await requireOpen(write.tx, id, write.now);
    const [mentorId, menteeId] = inviteeSide === 'MENTOR' ? [personId, inviterId] : [inviterId, personId];
    const mentorshipId = await beginMentorship(write, { programmeId, mentorId, menteeId });
    await settleInvitation(write, id, { state: 'ACCEPTED', answeredAt: write.now, mentorshipId });
    await write.enqueue({
      kind: 'mail',
      payload: await goodNews(
        write,
        { inviterId, personId },
        `${context.config.publicUrl}/mentorships/${mentorshipId}`,
      ),
    });
    return { mentorshipId };
  });
}

/** Always in the order of their ids, so that two who accept one another's invitations do not wait for each other. */
async function lockBoth({ lock }: Write, one: string, other: string): Promise<void> {
  for (const personId of [one, other].sort()) await lock(personId);
}

async function goodNews({ tx }: Write, ids: { inviterId: string; personId: string }, link: string) {
  const person = (id: string) =>
    tx.person.findUniqueOrThrow({ where: { id }, select: { name: true, email: true } });
  const inviter = await person(ids.inviterId);
  const invited = await person(ids.personId);
  return acceptedMail(inviter.email, invited.name, link);
}
