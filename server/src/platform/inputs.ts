import { z } from 'zod';

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Free text of at most `max` characters, without the space around it. */
export const words = (max: number) => z.string().trim().max(max, `At most ${max} characters.`);

/** Free text that must say something: characters that nobody can see are no name and no title. */
export const someWords = (max: number, whenEmpty: string) => words(max).regex(VISIBLE, whenEmpty);

/** An IANA time zone, as the machine knows them. */
export const zoneName = z.string().refine(isZone, 'Not a time zone, such as Europe/Zurich.');

/** A calendar day that a plan may name: in the years 2000–2099. */
export const plannedDay = z.date().refine((day) => {
  const year = day.getUTCFullYear();
  return year >= 2000 && year < 2100;
}, 'Name a day in the years 2000–2099.');

function isZone(value: string): boolean {
  if (value.length > 64 || !/^[A-Za-z]/.test(value)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}
