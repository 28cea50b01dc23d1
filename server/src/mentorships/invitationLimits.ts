import { z } from 'zod';
import { days } from '../platform/clock.ts';
import { words } from '../platform/inputs.ts';

/** Invitations of one person that wait for an answer. */
export const MAX_OPEN = 20;
/** Invitations one person may send within a day, answered or not. */
export const MAX_A_DAY = 40;
/** How often one person may ask the same address within 30 days. */
export const MAX_TO_ONE_ADDRESS = 3;
/** How long an invitation waits for an answer, in milliseconds. */
export const OPEN_FOR = days(7);
/** When it is remembered, in milliseconds after it was sent. */
export const REMIND_AFTER = days(3);

/** What may be written into an invitation. Lengths are in characters. */
export const invitationWords = {
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, 'At most 254 characters.')
    .pipe(z.email('Not an e-mail address.')),
  words: words(1000),
  token: z.string().max(200, 'Not the secret of an invitation.'),
};
