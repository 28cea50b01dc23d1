import type { Meeting, Segment } from '../generated/client/client.ts';
import { tellAgenda } from './agenda.ts';
import { addSegments, happened, planMeeting, tellPreparation } from './planning.ts';
import { addPromise } from './promises.ts';
import { tellAdvice, tellMoment, tellNotes, tellPulses, tellTalking, tellUsefulness } from './room.ts';
import { type Pair, SIDES } from './tale.ts';
import { dayOf, daysAfter, minutesAfter } from './time.ts';

/** For how many minutes it has been going on. */
const RUNNING = 13;

/** A meeting in its second quarter, in which both have been at work and which is going on at `now`. */
export function tellLiveMeeting(pair: Pair): Meeting {
  const { now, mentor } = pair;
  const startedAt = minutesAfter(now, -RUNNING);
  const meeting = planMeeting(pair, {
    startsAt: fullFiveMinutes(startedAt),
    state: 'SCHEDULED',
    minutes: 60,
  });
  tellAgenda(pair, meeting, 3);
  for (const side of SIDES) tellPreparation(pair, meeting, side, minutesAfter(startedAt, -40));
  const segments = addSegments(pair, meeting);
  Object.assign(meeting, {
    state: 'LIVE',
    leaderId: mentor.id,
    startedAt,
    startedFrom: 'SCHEDULED',
    lastActivityAt: now,
    currentSegmentId: segments[0]?.id,
  });
  happened(pair, meeting, startedAt, 'MeetingStarted', mentor.id, () => ({ segments }));
  moveTo(pair, meeting, segments, 'GOALS');
  tellSoFar(pair, meeting, startedAt);
  return meeting;
}

/** The full five minutes before a moment: nobody plans a meeting for 9.57 and some seconds. */
const fullFiveMinutes = (at: Date) => new Date(at.getTime() - (at.getTime() % 300_000));

/** The leader has gone through the segments before this one, and entered it four minutes ago. */
function moveTo(pair: Pair, meeting: Meeting, segments: Segment[], kind: Segment['kind']): void {
  const target = segments.findIndex((segment) => segment.kind === kind);
  const enteredAt = minutesAfter(pair.now, -4);
  const each = ((RUNNING - 4) * 60) / Math.max(1, target);
  for (const [index, segment] of segments.entries()) {
    if (index < target) segment.spent = Math.round(each);
    if (index === 0 || index > target) continue;
    segment.startedAt = index === target ? enteredAt : null;
    meeting.currentSegmentId = segment.id;
    const at = index === target ? enteredAt : minutesAfter(enteredAt, ((index - target) * each) / 60);
    const payload = () => ({ segmentId: segment.id, segments });
    happened(pair, meeting, at, 'SegmentEntered', meeting.leaderId, payload);
  }
}

function tellSoFar(pair: Pair, meeting: Meeting, startedAt: Date): void {
  const { now, mentee } = pair;
  const span = { startedAt, endedAt: minutesAfter(now, -0.3) };
  tellNotes(pair, meeting, span, 2);
  tellPulses(pair, meeting, span, 6);
  tellUsefulness(pair, meeting, span);
  tellTalking(pair, meeting, span, 5);
  tellMoment(pair, meeting, minutesAfter(now, -6), true);
  tellAdvice(pair, meeting, minutesAfter(now, -3), 'OFFERED');
  const promise = addPromise(pair, meeting, {
    authorId: mentee.id,
    ownerId: mentee.id,
    title: pair.decks.tasks.draw(),
    dueOn: dayOf(daysAfter(now, 12)),
    carriedFromId: null,
    createdAt: minutesAfter(now, -2),
  });
  pair.promises.push(promise);
}
