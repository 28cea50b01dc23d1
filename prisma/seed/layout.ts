import type { PersonalTime, SegmentKind } from '../generated/client/client.ts';

/** The parts of a meeting and the minutes each has in one of an hour, as the server lays them out. */
const OF_AN_HOUR: [SegmentKind, number][] = [
  ['PROMISES', 7],
  ['GOALS', 12],
  ['AGENDA', 20],
  ['EXCHANGE', 8],
  ['WRAP_UP', 5],
];

/** Parts in order, with whole minutes that add up to the meeting's. */
export function layOut(minutes: number, personalTime: PersonalTime): [SegmentKind, number][] {
  const personal: [SegmentKind, number] = ['PERSONAL', 8];
  const parts = personalTime === 'FIRST' ? [personal, ...OF_AN_HOUR] : [...OF_AN_HOUR, personal];
  const shared = parts.map(([kind, share]): [SegmentKind, number] => [
    kind,
    Math.max(1, Math.floor((share * minutes) / 60)),
  ]);
  const rest = minutes - shared.reduce((sum, [, part]) => sum + part, 0);
  return shared.map(([kind, part]) => [kind, kind === 'AGENDA' ? part + rest : part]);
}
