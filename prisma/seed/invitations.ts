import { createHash } from 'node:crypto';
import type { Invitation, InvitationState, Person, Side } from '../generated/client/client.ts';
import type { Pair, Tale } from './tale.ts';
import { daysAfter, minutesAfter } from './time.ts';
import { INVITATION_WORDS } from './words/feedback.ts';

/** How long an invitation can be answered, in days. */
const OPEN_FOR = 14;

type Cast = {
  people: ReadonlyMap<string, Person>;
  pairs: readonly Pair[];
  openProgramme: string;
  copy: number;
};

/** Invitations in every state; those that were accepted began the newest mentorships of the open programme. */
export function tellInvitations(tale: Tale, { people, pairs, openProgramme, copy }: Cast): void {
  const { now } = tale;
  const from = (name: string) => {
    const person = people.get(name);
    if (!person) throw new Error(`${name} is not in the story`);
    return person;
  };
  const outside = (name: string) => `${name}${copy === 0 ? '' : `.${copy + 1}`}@example.net`;
  const invite = (name: string, email: string, inviteeSide: Side, state: InvitationState, days: number) =>
    addInvitation(tale, {
      inviter: from(name),
      programmeId: openProgramme,
      email,
      inviteeSide,
      state,
      sentAt: daysAfter(now, -days),
      mentorshipId: null,
    });

  const toNoor = invite('Elif Aydin', from('Noor Haddad').email, 'MENTEE', 'SENT', 2);
  tale.events.add(from('Noor Haddad').id, minutesAfter(toNoor.createdAt, 1), 'InvitationReceived', null, () =>
    factsOf(toNoor),
  );
  invite('Margaret Sinclair', outside('helena.moss'), 'MENTEE', 'SENT', 5);
  invite('Arjun Mehta', outside('s.clarke'), 'MENTOR', 'SENT', 1);
  invite('Clara Nyberg', outside('k.lund'), 'MENTOR', 'DECLINED', 60);
  invite('Tomasz Zielinski', outside('ana.ruiz'), 'MENTEE', 'WITHDRAWN', 33);
  invite('Giulia Conti', outside('m.bauer'), 'MENTOR', 'EXPIRED', 48);
  invite('Beatriz Lobo', from('Sofia Lindqvist').email, 'MENTOR', 'DECLINED', 40);

  for (const { mentorship, mentor, mentee } of pairs) {
    if (mentorship.programmeId !== openProgramme || mentorship.state !== 'ACTIVE') continue;
    addInvitation(tale, {
      inviter: mentee,
      programmeId: openProgramme,
      email: mentor.email,
      inviteeSide: 'MENTOR',
      state: 'ACCEPTED',
      sentAt: daysAfter(mentorship.startedAt, -3),
      mentorshipId: mentorship.id,
    });
  }
}

type NewInvitation = Pick<Invitation, 'programmeId' | 'email' | 'inviteeSide' | 'state' | 'mentorshipId'> & {
  inviter: Person;
  sentAt: Date;
};

function addInvitation(tale: Tale, { inviter, sentAt, ...invited }: NewInvitation): Invitation {
  const { rows, random, events } = tale;
  const id = random.id(sentAt);
  const expiresAt = daysAfter(sentAt, OPEN_FOR);
  const isAnswered = !['SENT', 'EXPIRED'].includes(invited.state);
  const answeredAt = isAnswered ? daysAfter(sentAt, 3) : null;
  const invitation = rows.add('invitation', {
    id,
    inviterId: inviter.id,
    ...invited,
    words: random.pick(INVITATION_WORDS),
    // Nobody knows the secret of a mailed link that was never mailed.
    tokenHash: createHash('sha256').update(`sample ${id} ${random.next()}`).digest('hex'),
    expiresAt,
    remindedAt: invited.state === 'EXPIRED' ? daysAfter(sentAt, 3) : null,
    answeredAt,
    createdAt: sentAt,
  });
  events.add(inviter.id, sentAt, 'InvitationChanged', inviter.id, () => factsOf(invitation));
  const settledAt = answeredAt ?? (invited.state === 'EXPIRED' ? expiresAt : null);
  if (settledAt) events.add(inviter.id, settledAt, 'InvitationChanged', null, () => factsOf(invitation));
  if (invited.state === 'SENT') expireLater(tale, invitation);
  return invitation;
}

function expireLater({ rows, random, now }: Tale, { id, expiresAt }: Invitation): void {
  rows.add('job', {
    id: random.id(now),
    kind: 'expireInvitation',
    payload: { invitationId: id },
    runAt: expiresAt,
    attempts: 0,
    lockedUntil: null,
    lastError: null,
    failedAt: null,
    createdAt: now,
  });
}

const factsOf = ({ id, inviterId, inviteeSide, state, expiresAt, mentorshipId }: Invitation) => ({
  invitationId: id,
  inviterId,
  inviteeSide,
  state,
  expiresAt,
  mentorshipId,
});
