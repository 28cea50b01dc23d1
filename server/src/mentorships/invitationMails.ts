import type { Prisma, Side } from '@belay/prisma/client';
import type { Config } from '../platform/config.ts';
import { linkOf } from './invitationSecret.ts';

/** What of an invitation is needed to write about it. */
export const ABOUT = { inviter: { select: { name: true, email: true } } } satisfies Prisma.InvitationInclude;
type Invited = Prisma.InvitationGetPayload<{ include: typeof ABOUT }>;
type LinkConfig = Pick<Config, 'authSecret' | 'publicUrl'>;

const asks = (inviterName: string, inviteeSide: Side) =>
  inviteeSide === 'MENTOR'
    ? `${inviterName} asks you to be their mentor`
    : `${inviterName} offers to be your mentor`;

const quoted = (words: string) => (words === '' ? '' : `${words.replace(/^/gm, '  ')}\n\n`);

const HOW =
  'You do not need an account yet: the page shows you how to make one with this address. ' +
  'If it does not suit you, one tap says so, and nobody has to give a reason.';

/** Asks somebody, who may never have heard of Belay, to begin a mentorship. */
export function invitationMail({ id, email, inviter, inviteeSide, words }: Invited, config: LinkConfig) {
  const asked = asks(inviter.name, inviteeSide);
  return {
    to: email,
    subject: asked,
    text:
      `Hello,\n\n${asked} on Belay, a place where a mentor and a mentee share their goals ` +
      `and their meetings.\n\n${quoted(words)}Read it and answer within seven days:\n${linkOf(id, config)}\n\n${HOW}\n`,
  };
}

/** The one reminder, on the third day. */
export function reminderMail({ id, email, inviter, inviteeSide, words }: Invited, config: LinkConfig) {
  const asked = asks(inviter.name, inviteeSide);
  return {
    to: email,
    subject: `Still open: ${asked}`,
    text:
      `Hello,\n\na few days ago you were invited to Belay: ${asked}.\n\n${quoted(words)}` +
      `It is open for some days more:\n${linkOf(id, config)}\n\n${HOW}\n\nThis is the only reminder.\n`,
  };
}

/** To the one who invited. */
export function acceptedMail(to: string, name: string, mentorshipLink: string) {
  return {
    to,
    subject: `${name} said yes`,
    text: `Hello,\n\n${name} said yes to your invitation. Here is where you two begin:\n${mentorshipLink}\n`,
  };
}

/** To the one who invited: kind, and without a reason. */
export function declinedMail(to: string, invited: string) {
  return {
    to,
    subject: 'Your invitation was answered',
    text:
      `Hello,\n\n${invited} thanks you for asking and cannot begin a mentorship with you now. That says nothing about ` +
      'you: people decline when their time is full, and nobody has to say why. Thank you for asking; somebody else ' +
      'may be glad that you do.\n',
  };
}

/** To the one who invited, when nobody answered. */
export function expiredMail(to: string, invited: string) {
  return {
    to,
    subject: 'Your invitation has expired',
    text:
      `Hello,\n\n${invited} has not answered your invitation within seven days, so it is closed now. The mail may have ` +
      'been overlooked: you are welcome to ask again.\n',
  };
}
