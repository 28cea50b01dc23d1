import { z } from 'zod';
import { days, minutes } from '../platform/clock.ts';
import { someWords, words } from '../platform/inputs.ts';

/** Meetings of one mentorship that are planned at once. */
export const MAX_PLANNED = 50;
/** Items that a meeting's plan may bring to its agenda. */
export const MAX_PLANNED_AGENDA = 20;
/** How far ahead a meeting may be planned, in years. */
export const YEARS_AHEAD = 2;
/** How long ago a meeting may have begun when it is planned, in milliseconds: a form is open for a while. */
export const PLANNED_LATE = minutes(5);
/** A planned meeting that was not started is still the next one for that long, in milliseconds. */
export const STILL_NEXT = days(1);
/** After that long without anything done in it, a meeting ends itself, in milliseconds. */
export const INACTIVITY = minutes(30);
/** How long an accidental start may be undone, in milliseconds. */
export const UNDO_WINDOW = minutes(5);
/** How long an ended meeting may be reopened, in milliseconds. */
export const REOPEN_WINDOW = minutes(15);
/** What one segment may be extended to, in minutes. */
export const MAX_SEGMENT = 480;

/** What may be written into a meeting. Lengths are in characters. */
export const meetingWords = {
  objective: words(300),
  place: words(200),
  callLink: words(500).refine(isWebLink, 'A link that starts with https:// or http://.'),
  agendaTitle: someWords(160, 'Give it a title.'),
  reason: someWords(500, 'Say why, in a few words.'),
  preparation: words(2000),
  summary: words(20_000),
};

/** Planned length of a meeting. */
export const meetingMinutes = z.int().min(5, 'At least 5 minutes.').max(480, 'At most 480 minutes.');
/** What a segment can be extended by at once. */
export const extensionMinutes = z.int().min(1, 'At least 1 minute.').max(30, 'At most 30 minutes.');

function isWebLink(value: string): boolean {
  return value === '' || (URL.canParse(value) && ['https:', 'http:'].includes(new URL(value).protocol));
}
