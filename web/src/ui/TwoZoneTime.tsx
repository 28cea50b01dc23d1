import classes from './TwoZoneTime.module.css';
import { clocksDiffer, clockTime, readerZone, shortDay, zoneName } from './time.ts';

interface TwoZoneTimeProps {
  at: string;
  /** The other side's IANA zone; their time stands beside the reader's when the clocks differ. */
  otherZone?: string;
  /** Whose time that is, such as a first name. */
  otherName?: string;
  /** How long it takes, to show the end too. */
  minutes?: number;
}

/** A day and a time in the reader's zone, with the other's beside it when they differ. */
export function TwoZoneTime({ at, otherZone, otherName, minutes }: TwoZoneTimeProps) {
  const here = readerZone();
  const differs = otherZone !== undefined && clocksDiffer(at, here, otherZone);
  return (
    <span className={classes.times}>
      <time dateTime={at}>
        {shortDay(at)}, {hours(at, here, minutes)}
        {differs && <span className={classes.zone}> {zoneName(at, here)}</span>}
      </time>
      {differs && <span className={classes.other}>{theirs(at, here, otherZone, otherName, minutes)}</span>}
    </span>
  );
}

function hours(at: string, zone: string, minutes: number | undefined): string {
  if (minutes === undefined) return clockTime(at, zone);
  const end = new Date(at).getTime() + minutes * 60_000;
  return `${clockTime(at, zone)} – ${clockTime(end, zone)}`;
}

function theirs(at: string, here: string, zone: string, name: string | undefined, minutes?: number): string {
  const sameDay = shortDay(at, here) === shortDay(at, zone);
  const time = sameDay ? hours(at, zone, minutes) : `${shortDay(at, zone)}, ${hours(at, zone, minutes)}`;
  return name ? `${time} for ${name}` : `${time} ${zoneName(at, zone)}`;
}
