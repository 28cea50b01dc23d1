import type { AgendaItem, AgendaState, EndReason, Meeting, Side } from '../generated/client/client.ts';
import { settleAgendaItem, tellAgenda } from './agenda.ts';
import { tellExchange } from './exchange.ts';
import { addSegments, happened, planMeeting, tellPreparation } from './planning.ts';
import { settlePromises, tellPromises } from './promises.ts';
import { tellRoom } from './room.ts';
import { eitherSide, type Pair, personOf, SIDES } from './tale.ts';
import { minutesAfter } from './time.ts';
import { CANCEL_REASONS } from './words/feedback.ts';

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
  meeting.summary = [...promises, ...told, ...talkedAbout(agenda)].join('\n\n');
  const payload = () => ({ reason: endReason, segments });
  happened(pair, meeting, endedAt, 'MeetingEnded', meeting.endedById, payload);
  tellExchange(pair, meeting, exchangeAt, sealed);
  return meeting;
}

/** What became of the agenda, for the record. */
function talkedAbout(agenda: AgendaItem[]): string[] {
  const section = (heading: string, state: AgendaState) => {
    const titles = agenda.filter((item) => item.state === state).map(({ title }) => `- ${title}`);
    return titles.length > 0 ? [[heading, ...titles].join('\n')] : [];
  };
  return [...section('Talked about', 'DISCUSSED'), ...section('Left for next time', 'CARRIED')];
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
