import type { Meeting, Segment, Side } from '../generated/client/client.ts';
import { layOut } from './layout.ts';
import { eitherSide, otherSide, type Pair, personOf } from './tale.ts';
import { daysAfter, minutesAfter } from './time.ts';

export type MeetingPlan = { startsAt: Date; state: 'PROPOSED' | 'SCHEDULED'; minutes?: number };

/** A meeting as it is planned, whatever becomes of it. */
export function planMeeting(pair: Pair, { startsAt, state, minutes }: MeetingPlan): Meeting {
  const { rows, random, mentorship, now, decks } = pair;
  const side = eitherSide(random);
  const planner = personOf(pair, side);
  const createdAt = earlier(daysAfter(startsAt, -random.int(6, 20)), now, mentorship.startedAt);
  const meeting = rows.add('meeting', {
    id: random.id(createdAt),
    mentorshipId: mentorship.id,
    state: 'PROPOSED',
    startsAt,
    minutes: minutes ?? random.pick([30, 45, 60, 60]),
    zone: planner.zone,
    place: random.chance(0.4) ? random.pick(PLACES) : '',
    callLink: random.chance(0.5) ? `https://meet.example.org/${random.int(100_000, 999_999)}` : '',
    objective: decks.objectives.draw(),
    plannedById: planner.id,
    proposedById: planner.id,
    personalTime: random.chance(0.8) ? 'FIRST' : 'LAST',
    personalDroppedBy: [],
    leaderId: null,
    currentSegmentId: null,
    moveOnAskedById: null,
    startedAt: null,
    startedFrom: null,
    endedAt: null,
    endedById: null,
    endReason: null,
    lastActivityAt: null,
    cancelReason: null,
    summary: '',
    summaryById: null,
    version: 1,
    createdAt,
  });
  happened(pair, meeting, createdAt, 'MeetingPlanned', planner.id);
  if (state === 'SCHEDULED') {
    meeting.state = state;
    const confirmedAt = minutesAfter(createdAt, random.int(1, 50));
    happened(pair, meeting, confirmedAt, 'MeetingConfirmed', personOf(pair, otherSide(side)).id);
  }
  return meeting;
}

const PLACES = [
  'Café on the ground floor',
  'Library, room 3',
  'My office, bring a cushion',
  'Walking, from the north gate',
  'Canteen, the quiet corner',
  'Teaching room 2.14',
];

/** Records something that happened to a meeting, with the row as it is then. */
export function happened(
  { events }: Pick<Pair, 'events'>,
  meeting: Meeting,
  at: Date,
  type: string,
  actorId: string | null,
  more: () => object = () => ({}),
): void {
  const payload = () => ({ meetingId: meeting.id, meeting, ...more() });
  events.add(meeting.mentorshipId, at, type, actorId, payload);
}

const earlier = (at: Date, now: Date, atLeast: Date) =>
  new Date(Math.max(atLeast.getTime() + 60_000, Math.min(at.getTime(), now.getTime() - 3_600_000)));

/** The parts of a meeting that has not begun. */
export function addSegments({ rows, random }: Pick<Pair, 'rows' | 'random'>, meeting: Meeting): Segment[] {
  return layOut(meeting.minutes, meeting.personalTime).map(([kind, minutes], position) =>
    rows.add('segment', {
      id: random.id(meeting.createdAt),
      meetingId: meeting.id,
      kind,
      position,
      minutes,
      startedAt: null,
      spent: 0,
    }),
  );
}

/** Somebody says how they prepared. */
export function tellPreparation(pair: Pair, meeting: Meeting, side: Side, at: Date): void {
  const person = personOf(pair, side);
  const preparation = pair.rows.add('preparation', {
    meetingId: meeting.id,
    personId: person.id,
    words: pair.decks.preparations.draw(),
    readyAt: at,
    version: 1,
  });
  pair.events.add(meeting.mentorshipId, at, 'PreparationChanged', person.id, () => ({
    meetingId: meeting.id,
    personId: person.id,
    preparation,
  }));
}
