import type { EndReason, Meeting, Segment, Side } from '../generated/client/client.ts';
import { settleAgendaItem, tellAgenda } from './agenda.ts';
import { tellExchange } from './exchange.ts';
import { layOut } from './layout.ts';
import { settlePromises, tellPromises } from './promises.ts';
import { tellRoom } from './room.ts';
import { eitherSide, otherSide, type Pair, personOf, SIDES } from './tale.ts';
import { daysAfter, minutesAfter } from './time.ts';
import { CANCEL_REASONS } from './words/feedback.ts';

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

type Course = {
  startsAt: Date;
  endReason: EndReason;
  minutes?: number;
  /** Who has sealed their part of its exchange; left to chance when left out. */
  sealed?: Side[];
};

/** A meeting that took place, from plan to record. */
export function tellMeeting(pair: Pair, { startsAt, endReason, minutes, sealed }: Course): Meeting {
  const { random, now } = pair;
  const meeting = planMeeting(pair, { startsAt, state: 'SCHEDULED', minutes });
  const agenda = tellAgenda(pair, meeting, 3);
  for (const side of SIDES) {
    if (random.chance(0.6))
      tellPreparation(pair, meeting, side, minutesAfter(startsAt, -random.int(20, 900)));
  }
  settlePromises(pair, startsAt);
  const segments = addSegments(pair, meeting);
  const leader = personOf(pair, random.chance(0.65) ? 'MENTOR' : 'MENTEE');
  const startedAt = minutesAfter(startsAt, random.int(0, 6));
  meeting.state = 'LIVE';
  meeting.leaderId = leader.id;
  meeting.startedAt = startedAt;
  meeting.startedFrom = 'SCHEDULED';
  happened(pair, meeting, startedAt, 'MeetingStarted', leader.id, () => ({ segments }));

  let at = startedAt;
  let exchangeAt = startedAt;
  for (const segment of segments) {
    segment.spent = Math.round(segment.minutes * 60 * (0.8 + random.next() * 0.35));
    if (segment.kind === 'EXCHANGE') exchangeAt = at;
    meeting.state = segment.kind === 'WRAP_UP' ? 'WRAPPING' : 'LIVE';
    const entered = () => ({ segmentId: segment.id, segments });
    if (at > startedAt) happened(pair, meeting, at, 'SegmentEntered', leader.id, entered);
    meeting.currentSegmentId = segment.id;
    at = minutesAfter(at, segment.spent / 60);
  }
  const endedAt = at < now ? at : minutesAfter(now, -1);
  for (const item of agenda) settleAgendaItem(pair, meeting, item);
  meeting.state = 'ENDED';
  meeting.endedAt = endedAt;
  meeting.lastActivityAt = endedAt;
  meeting.endReason = endReason;
  meeting.endedById = endReason === 'BY_SOMEONE' ? personOf(pair, eitherSide(random)).id : null;
  meeting.version = 2;
  const told = tellRoom(pair, meeting, { startedAt, endedAt });
  const promises = tellPromises(pair, meeting, { startedAt, endedAt });
  meeting.summary = [...told, ...promises].join('\n\n');
  const payload = () => ({ reason: endReason, segments });
  happened(pair, meeting, endedAt, 'MeetingEnded', meeting.endedById, payload);
  tellExchange(pair, meeting, exchangeAt, sealed);
  return meeting;
}

/** A meeting that was called off, or that nobody came to. */
export function tellMissed(pair: Pair, startsAt: Date, state: 'CANCELLED' | 'NO_SHOW'): void {
  const { random } = pair;
  const meeting = planMeeting(pair, { startsAt, state: 'SCHEDULED' });
  addSegments(pair, meeting);
  meeting.state = state;
  const isCancelled = state === 'CANCELLED';
  meeting.cancelReason = isCancelled ? random.pick(CANCEL_REASONS) : null;
  const at = isCancelled ? minutesAfter(startsAt, -random.int(60, 1500)) : minutesAfter(startsAt, 45);
  const reason = () => (isCancelled ? { reason: meeting.cancelReason } : {});
  const type = isCancelled ? 'MeetingCancelled' : 'MeetingMissed';
  happened(pair, meeting, at, type, personOf(pair, eitherSide(random)).id, reason);
}

/** A meeting that is still to come. */
export function tellNext(pair: Pair, startsAt: Date, state: 'PROPOSED' | 'SCHEDULED'): void {
  const meeting = planMeeting(pair, { startsAt, state });
  tellAgenda(pair, meeting, 2);
  addSegments(pair, meeting);
  if (pair.random.chance(0.4)) {
    tellPreparation(
      pair,
      meeting,
      eitherSide(pair.random),
      minutesAfter(pair.now, -pair.random.int(30, 500)),
    );
  }
}
