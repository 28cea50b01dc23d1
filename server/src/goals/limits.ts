import { z } from 'zod';

/** In one mentorship, of every state together. */
export const MAX_GOALS = 200;
/** On the path to one goal. */
export const MAX_MILESTONES = 30;

const words = (max: number) => z.string().trim().max(max, `At most ${max} characters.`);

/** What may be written into a goal. Lengths are in characters. */
export const goalWords = { title: words(160).min(1, 'Give it a title.'), why: words(2000), plan: words(500) };
