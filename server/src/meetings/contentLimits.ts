import { z } from 'zod';
import { plannedDay, someWords, words } from '../platform/inputs.ts';
import { MAX_UPDATE } from './notesDocument.ts';

/** On the agenda of one meeting, whatever became of them. */
export const MAX_AGENDA = 50;
/** Promises made in one meeting. */
export const MAX_ACTIONS = 100;
/** Advice given in one meeting. */
export const MAX_ADVICE = 100;
/** Clarifying questions counted in one meeting, of both together. */
export const MAX_QUESTIONS = 500;
/** Turns of talking in one meeting, of both together. */
export const MAX_TURNS = 1000;
/** Bytes of a cursor in the shared notes. */
export const MAX_CURSOR = 2048;

/** What may be written while preparing and meeting. Lengths are in characters. */
export const contentWords = {
  agendaDetail: words(2000),
  promise: someWords(300, 'Say what is promised.'),
  advice: someWords(1000, 'Say what could be done.'),
  privateNote: z.string().max(20_000, 'At most 20,000 characters.'),
};

export const agendaPosition = z.int().min(0, 'The first place is 0.').max(MAX_AGENDA);
export const dueDay = plannedDay;
export const noteVersion = z.int().min(0);
export const notesUpdate = z
  .custom<Uint8Array<ArrayBuffer>>()
  .refine(({ byteLength }) => byteLength <= MAX_UPDATE, 'At most 65,536 bytes.');
export const cursorText = z
  .string()
  .refine((text) => Buffer.byteLength(text) <= MAX_CURSOR, 'At most 2,048 bytes.');
