import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../test/harness/actor.ts';
import type { Belay } from '../../../test/harness/belay.ts';

export const ALL = `id state words inviteeSide email inviterName inviter { name headline }
  createdAt expiresAt answeredAt mentorship { id }`;

export type Invited = { id: string; state: string; email: string | null; [field: string]: unknown };

export const newAddress = () => `${randomUUID()}@example.org`;

const FACTS = `... on AlreadyInvited { invitation { id } } ... on AlreadyTogether { mentorship { id } }
  ... on MentorIsFull { capacity } ... on TooMany { limit }`;

type Input = { email?: string; inviteeSide?: 'MENTOR' | 'MENTEE'; words?: string };

/** Invites somebody, to be one's mentor unless it is said otherwise, and lets the mail go out. */
export async function invite(belay: Belay, inviter: Actor, input: Input = {}) {
  const whole = { email: newAddress(), inviteeSide: 'MENTOR', words: '', ...input };
  type Payload = { invitation: Invited };
  const outcome = await inviter.mutate<Payload>('sendInvitation', whole, `invitation { ${ALL} }`, FACTS);
  await belay.settle();
  return outcome;
}

/** The secret in the newest mail with a link to an invitation. */
export async function secretMailedTo(belay: Belay, address: string): Promise<string> {
  const mail = (await belay.mails()).find(({ to, text }) => to === address && text.includes('/invitations/'));
  return mail?.text.match(/\/invitations\/(\S+)/)?.[1] ?? 'no secret';
}
