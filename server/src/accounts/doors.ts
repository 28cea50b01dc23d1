import type { Limit } from './rateLimit.ts';

/** One path under `/api/auth`; what is not listed in `doors` is not there. */
export interface Door {
  method: 'GET' | 'POST';
  perCaller: Limit;
  /** Counted for the e-mail address in the body, known here or not. */
  perEmail?: Limit;
  /** It must not show by its time whether an address is known. */
  levelled?: true;
}

const minute = 60;
const hour = 60 * minute;

/** Many people share one address behind a hospital's network, so the tight limits are those for each e-mail address. */
const ordinary: Limit = { max: 120, seconds: minute };
const guesses: Pick<Door, 'method' | 'perCaller' | 'perEmail' | 'levelled'> = {
  method: 'POST',
  perCaller: { max: 60, seconds: 5 * minute },
  perEmail: { max: 10, seconds: 15 * minute },
  levelled: true,
};
const mails: typeof guesses = {
  method: 'POST',
  perCaller: { max: 40, seconds: hour },
  perEmail: { max: 5, seconds: 15 * minute },
  levelled: true,
};

const read: Door = { method: 'GET', perCaller: ordinary };
const write: Door = { method: 'POST', perCaller: ordinary };

export const doors: Readonly<Record<string, Door>> = {
  '/sign-up/email': mails,
  '/email-otp/verify-email': guesses,
  '/sign-in/email': guesses,
  '/email-otp/send-verification-otp': mails,
  '/sign-in/email-otp': guesses,
  '/email-otp/request-password-reset': mails,
  '/email-otp/reset-password': guesses,
  '/change-password': { method: 'POST', perCaller: { max: 20, seconds: 15 * minute } },
  '/sign-out': write,
  '/revoke-other-sessions': write,
  '/get-session': read,
  '/passkey/generate-register-options': read,
  '/passkey/verify-registration': write,
  '/passkey/generate-authenticate-options': read,
  '/passkey/verify-authentication': write,
  '/passkey/list-user-passkeys': read,
  '/passkey/update-passkey': write,
  '/passkey/delete-passkey': write,
};
