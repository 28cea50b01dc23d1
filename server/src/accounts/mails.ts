import type { Mail } from '../platform/mail.ts';

const MINUTES = 'It works for ten minutes.';
const NOT_YOU = 'If this was not you, you can leave this mail alone: nothing happens without the code.';

/** The code that finishes a sign-up. */
export function signUpMail(to: string, name: string, code: string): Mail {
  return {
    to,
    subject: 'Your code to join Belay',
    text: `Hello ${name},\n\nyour code is ${code}. ${MINUTES}\n\n${NOT_YOU}\n`,
  };
}

/** For somebody who signs up with an address that has an account. */
export function alreadyHereMail(to: string, publicUrl: string): Mail {
  return {
    to,
    subject: 'You are already on Belay',
    text:
      'Hello,\n\nsomebody, probably you, just signed up with this address, and it already has an account. ' +
      `You can sign in at ${publicUrl}/sign-in; if the password is gone, have a code mailed instead.\n\n` +
      'If this was not you, you can leave this mail alone: nothing was changed.\n',
  };
}

/** The code that signs in. */
export function signInMail(to: string, code: string): Mail {
  return {
    to,
    subject: 'Your code to sign in to Belay',
    text: `Hello,\n\nyour code is ${code}. ${MINUTES} Nobody from Belay will ever ask you for it.\n\n${NOT_YOU}\n`,
  };
}

/** The code that sets a new password. */
export function newPasswordMail(to: string, code: string): Mail {
  return {
    to,
    subject: 'Your code for a new password',
    text: `Hello,\n\nyour code is ${code}. ${MINUTES} A new password signs you out everywhere else.\n\n${NOT_YOU}\n`,
  };
}

/** For an address that asks for a code and has no account. */
export function noAccountMail(to: string, publicUrl: string): Mail {
  return {
    to,
    subject: 'There is no Belay account with this address',
    text:
      'Hello,\n\nsomebody, probably you, asked for a code to get in to Belay, but no account has this address. ' +
      `Perhaps you joined with another one; or you can join at ${publicUrl}/sign-up.\n\n` +
      'If this was not you, you can leave this mail alone.\n',
  };
}
