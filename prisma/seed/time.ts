const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

export const minutesAfter = (at: Date, minutes: number) =>
  new Date(at.getTime() + Math.round(minutes * MINUTE));
export const daysAfter = (at: Date, days: number) => new Date(at.getTime() + Math.round(days * DAY));

/** The calendar day, as the midnight of UTC that stands for it. */
export const dayOf = (at: Date) => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);

/** That hour by the clocks of a zone, on the working day nearest to `near`. */
export function workingHour(near: Date, hour: number, zone: string): Date {
  const day = dayOf(near);
  const weekday = day.getUTCDay();
  const shift = weekday === 6 ? -1 : weekday === 0 ? -2 : 0;
  const wall = new Date(day.getTime() + shift * DAY + Math.round(hour * 60) * MINUTE);
  return new Date(wall.getTime() - offsetOf(zone, wall));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** By how many milliseconds the clocks of a zone are ahead of UTC. */
function offsetOf(zone: string, at: Date): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return sign === '-' ? -size : size;
}
