import { locale } from './locale.ts';

/** Every date and number a page shows goes through here or `Intl`: no raw dates. */

export type Instant = string | number | Date;

export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const found = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, found);
  return found;
}

/** `14:30`, or `2:30 PM` where the reader's language writes it so. */
export function clockTime(at: Instant, timeZone = readerZone()): string {
  return format({ hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(at));
}

/** `Mon 24 Nov`, with the year when it is not this one. */
export function shortDay(at: Instant, timeZone = readerZone(), now: Instant = Date.now()): string {
  const year = format({ year: 'numeric', timeZone });
  const sameYear = year.format(new Date(at)) === year.format(new Date(now));
  return format({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(!sameYear && { year: 'numeric' }),
    timeZone,
  }).format(new Date(at));
}

/** `Monday, 24 November 2026`. */
export function longDay(at: Instant, timeZone = readerZone()): string {
  return format({ dateStyle: 'full', timeZone }).format(new Date(at));
}

/** A calendar day without zone, such as a due date: `2026-11-22` → `22 Nov`. */
export function calendarDay(day: string, now: Instant = Date.now()): string {
  return shortDay(`${day}T12:00:00Z`, 'UTC', now);
}

/** The zone's own short name at that time: `CET`, `GMT+5:30`. */
export function zoneName(at: Instant, timeZone: string): string {
  const parts = format({ timeZone, timeZoneName: 'short', hour: 'numeric' }).formatToParts(new Date(at));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

/** True when the two clocks show different hours at that time, whatever their zones are called. */
export function clocksDiffer(at: Instant, one: string, other: string): boolean {
  return `${shortDay(at, one)} ${clockTime(at, one)}` !== `${shortDay(at, other)} ${clockTime(at, other)}`;
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** `in 3 days`, `2 hours ago`, `now` within the minute. */
export function fromNow(at: Instant, now: Instant = Date.now()): string {
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const seconds = (new Date(at).getTime() - new Date(now).getTime()) / 1000;
  const [unit, length] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return relative.format(unit === 'second' ? 0 : Math.round(seconds / length), unit);
}

/** Whole minutes and seconds, as a clock that counts: `12:05`. */
export function countdown(seconds: number): string {
  const whole = Math.max(0, Math.round(Math.abs(seconds)));
  const rest = String(whole % 60).padStart(2, '0');
  return `${Math.floor(whole / 60)}:${rest}`;
}

/** `45 min`, `1 hr 30 min`, in the reader's language. */
export function duration(minutes: number): string {
  const part = (value: number, unit: 'hour' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return part(rest, 'minute');
  return rest === 0 ? part(hours, 'hour') : `${part(hours, 'hour')} ${part(rest, 'minute')}`;
}
