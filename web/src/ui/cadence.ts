import { locale } from './locale.ts';

export interface CadenceDay {
  /** A calendar day, `2026-11-22`. */
  day: string;
  kind: 'done' | 'planned' | 'missed';
  label: string;
}

export interface CadenceWeek {
  /** Monday and Sunday. */
  start: string;
  end: string;
  /** What stands out in it; undefined for a week in which nothing happened. */
  kind: CadenceDay['kind'] | undefined;
  labels: string[];
  /** The month's short name, in the week that holds its first day. */
  month: string;
}

const dayLength = 86_400_000;
const noon = (day: string) => new Date(`${day}T12:00:00Z`).getTime();
const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);
const monthName = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });

/** The weeks from one day to another, Monday first, at most 53, the newest kept. */
export function weeksOf(from: string, to: string, days: CadenceDay[]): CadenceWeek[] {
  const weekday = (new Date(noon(from)).getUTCDay() + 6) % 7;
  const weeks: CadenceWeek[] = [];
  for (let time = noon(from) - weekday * dayLength; time <= noon(to); time += 7 * dayLength) {
    weeks.push(weekOf(time, days));
  }
  return weeks.slice(-53);
}

function weekOf(monday: number, days: CadenceDay[]): CadenceWeek {
  const start = dayOf(monday);
  const sunday = monday + 6 * dayLength;
  const end = dayOf(sunday);
  const within = days.filter(({ day }) => start <= day && day <= end);
  const kind = (['done', 'planned', 'missed'] as const).find((kind) =>
    within.some((day) => day.kind === kind),
  );
  const beginsMonth = new Date(sunday).getUTCDate() <= 7;
  return {
    start,
    end,
    kind,
    labels: within.map(({ label }) => label),
    month: beginsMonth ? monthName.format(sunday) : '',
  };
}
