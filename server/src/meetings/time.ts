import type { Mentorship } from '@belay/prisma/client';
import { later } from '../platform/clock.ts';
import { badInput } from '../platform/errors.ts';
import { PLANNED_LATE, YEARS_AHEAD } from './limits.ts';

/** @throws BAD_USER_INPUT unless a meeting of the two could begin then */
export function requirePossibleStart(startsAt: Date, now: Date, { startedAt }: Mentorship): void {
  if (startsAt < later(now, -PLANNED_LATE)) throw wrong('That time has passed.');
  if (startsAt < later(startedAt, -PLANNED_LATE)) throw wrong('The mentorship begins after that.');
  const latest = new Date(now);
  latest.setUTCFullYear(latest.getUTCFullYear() + YEARS_AHEAD);
  if (startsAt > latest) throw wrong(`That is more than ${YEARS_AHEAD} years away.`);
}

const wrong = (message: string) => badInput([{ path: ['input', 'startsAt'], message }]);

/** The calendar day it is in a zone, as the midnight of UTC that stands for it. */
export function dayIn(zone: string, at: Date): Date {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at);
  return new Date(`${day}T00:00:00Z`);
}
