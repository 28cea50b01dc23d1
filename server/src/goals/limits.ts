import { z } from 'zod';
import { plannedDay, someWords, words } from '../platform/inputs.ts';

/** In one mentorship, of every state together. */
export const MAX_GOALS = 200;
/** Of one mentee at once, across all mentorships; the database has a slot for each. */
export const MAX_ACTIVE = 2;
/** On the path to one goal. */
export const MAX_MILESTONES = 30;

/** What may be written into a goal. Lengths are in characters. */
export const goalWords = {
  title: someWords(160, 'Give it a title.'),
  why: words(2000),
  plan: words(500),
  reason: someWords(500, 'Say why, in a few words.'),
  day: plannedDay,
};

/** How far a goal has come. */
export const estimate = {
  value: z.int().min(0, 'At least 0 per cent.').max(100, 'At most 100 per cent.'),
  why: words(500),
};

/** A place on the path, from 0. */
export const place = z
  .int()
  .min(0, 'Places begin at 0.')
  .max(MAX_MILESTONES - 1, 'There is no such place.');
