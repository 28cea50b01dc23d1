import { z } from 'zod';
import { hours, minutes } from '../platform/clock.ts';
import { someWords, words } from '../platform/inputs.ts';
import { PRINCIPLES } from './principles.ts';

/** Of one person in one meeting. */
export const MAX_PULSES = 1000;
export const MAX_MARKS = 1000;
export const MAX_MOMENTS = 200;

/** How long after a meeting's end a moment may still be kept. */
export const MOMENTS_AFTER_END = minutes(15);
/** How long after a meeting's end its exchange can be sealed. */
export const EXCHANGE_WINDOW = hours(48);

const rating = z.object({
  principle: z.enum(PRINCIPLES),
  value: z.int().min(1, 'From 1 to 5.').max(5, 'From 1 to 5.'),
});
const ratings = z
  .array(rating)
  .refine((all) => new Set(all.map(({ principle }) => principle)).size === all.length, {
    message: 'Rate each principle once.',
  });

/** What may be said. Lengths are in characters. */
export const feedbackWords = {
  usefulness: z.int().min(1, 'From 1 to 5.').max(5, 'From 1 to 5.'),
  moment: words(500),
  draft: words(2000),
  answer: someWords(2000, 'Say a few words.'),
  draftRatings: ratings,
  allRatings: ratings.refine((all) => all.length === PRINCIPLES.length, {
    message: 'Rate all six principles.',
  }),
};
