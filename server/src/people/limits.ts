import { z } from 'zod';
import { someWords, words, zoneName } from '../platform/inputs.ts';

/** A mentor's room until they say otherwise. */
export const DEFAULT_CAPACITY = 2;

/** What somebody may say about themselves. Lengths are in characters. */
export const profileWords = {
  name: someWords(80, 'Say what you are called.'),
  headline: words(160),
  about: words(2000),
  zone: zoneName,
  capacity: z.int().min(0, 'At least 0.').max(50, 'At most 50.'),
};
