import { z } from 'zod';
import { minutes } from '../platform/clock.ts';

/** Meetings of one mentorship that are planned at once. */
export const MAX_PLANNED = 50;
/** Items that a meeting's plan may bring to its agenda. */
export const MAX_PLANNED_AGENDA = 20;
/** How far ahead a meeting may be planned, in years. */
export const YEARS_AHEAD = 2;
/** How long ago a meeting may have begun when it is planned, in milliseconds: a form is open for a while. */
export const PLANNED_LATE = minutes(5);
/** After that long without anything done in it, a meeting ends itself, in milliseconds. */
export const INACTIVITY = minutes(30);
/** How long an accidental start may be undone, in milliseconds. */
export const UNDO_WINDOW = minutes(5);
/** How long an ended meeting may be reopened, in milliseconds. */
export const REOPEN_WINDOW = minutes(15);

const words = (max: number) => z.string().trim().max(max, `At most ${max} characters.`);

/** What may be written into a meeting. Lengths are in characters. */
export const meetingWords = {
  objective: words(300),
  place: words(200),
  callLink: words(500).refine(isWebLink, 'A link that starts with https:// or http://.'),
  agendaTitle: words(160).min(1, 'Give it a title.'),
  reason: words(500).min(1, 'Say why, in a few words.'),
  preparation: words(2000),
  summary: words(20_000),
};

/** Planned length of a meeting. */
export const meetingMinutes = z.int().min(5, 'At least 5 minutes.').max(480, 'At most 480 minutes.');
/** What a segment can be extended by at once. */
export const extensionMinutes = z.int().min(1, 'At least 1 minute.').max(30, 'At most 30 minutes.');

export const zoneName = z.string().refine(isZone, 'Not a time zone, such as Europe/Zurich.');

function isWebLink(value: string): boolean {
  if (value === '') return true;
  return URL.canParse(value) && ['https:', 'http:'].includes(new URL(value).protocol);
}

function isZone(value: string): boolean {
  if (value.length > 64 || !/^[A-Za-z]/.test(value)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}
