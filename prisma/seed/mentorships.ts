import type { GoalState, MentorshipState, Person, Side } from '../generated/client/client.ts';
import type { Casting } from './cast.ts';
import { tellGoal } from './goals.ts';
import { tellLiveMeeting } from './liveMeeting.ts';
import { tellMeeting, tellMissed, tellNext } from './meetings.ts';
import { decksOf, type Pair, type Tale } from './tale.ts';
import { DAY, daysAfter, minutesAfter, workingHour } from './time.ts';
import { THEMES } from './words/themes.ts';

export type MentorshipPlan = {
  mentor: Person;
  mentee: Person;
  programmeId: string;
  /** The mentor's place it takes; null when it is over. */
  place: number | null;
  casting: Casting;
  /** Slots, 1 or 2, for the goals that are active. */
  slots: number[];
};

const HAS_ENDED: MentorshipState[] = ['CLOSED', 'IN_TOUCH'];
/** Not under way yet: no goals and hardly a meeting. */
const BEGINNING: MentorshipState[] = ['PROPOSED', 'CHEMISTRY', 'AGREEING'];

/** Tells one mentorship from its first day to today. */
export function tellMentorship(tale: Tale, plan: MentorshipPlan): Pair {
  const { rows, random, events, now } = tale;
  const { mentor, mentee, programmeId, place, casting } = plan;
  const startedAt = minutesAfter(daysAfter(now, -casting.days), -random.int(60, 600));
  const isOver = HAS_ENDED.includes(casting.state);
  const mentorship = rows.add('mentorship', {
    id: random.id(startedAt),
    programmeId,
    mentorId: mentor.id,
    menteeId: mentee.id,
    state: casting.state,
    outcome: isOver ? (casting.outcome ?? 'GOALS_REACHED') : null,
    mentorPlace: place,
    startedAt,
    endedAt: isOver ? daysAfter(now, -casting.quiet) : null,
    createdAt: startedAt,
  });
  const { id: mentorshipId } = mentorship;
  events.add(mentorshipId, startedAt, 'MentorshipOpened', mentee.id, () => ({ mentorshipId, ...mentorship }));
  for (const { id } of [mentor, mentee]) {
    events.add(id, startedAt, 'MentorshipBegan', mentee.id, () => ({ mentorshipId }));
  }
  const themes = casting.themes.map((index) => THEMES[index % THEMES.length] ?? THEMES[0]);
  const decks = decksOf(
    random,
    themes.flatMap((theme) => theme ?? []),
  );
  const pair: Pair = { ...tale, mentorship, mentor, mentee, goals: [], carried: [], promises: [], decks };
  const until = daysAfter(now, -casting.quiet);
  if (!BEGINNING.includes(casting.state)) tellGoals(pair, until, plan);
  tellMeetings(pair, until, casting);
  return pair;
}

/** Active goals in their slots, and others in the states that a mentorship of this kind has behind it. */
function tellGoals(pair: Pair, until: Date, { casting, slots }: MentorshipPlan): void {
  const { random } = pair;
  const isOver = casting.state === 'CLOSED' || casting.state === 'IN_TOUCH' || casting.state === 'CLOSING';
  const isLong = casting.days > 200;
  const others: GoalState[] = isOver
    ? pair.mentorship.outcome === 'NO_FAULT'
      ? ['RETIRED', 'PARKED']
      : ['ACHIEVED', random.pick<GoalState>(['ACHIEVED', 'PARKED', 'RETIRED'])]
    : random.shuffle<GoalState>(['IDEA', 'PARKED', 'ACHIEVED', 'RETIRED']).slice(0, isLong ? 3 : 1);
  for (const [index, slot] of slots.entries()) {
    const apart = random.chance(0.35) ? random.int(20, 32) : random.int(0, 12);
    const after = Math.min(casting.days * 0.6, 6 + index * random.int(40, 90));
    pair.goals.push(tellGoal(pair, until, { state: 'ACTIVE', after, slot, apart }));
  }
  for (const state of others) {
    const after = random.int(5, Math.max(6, Math.round(casting.days * 0.3)));
    pair.goals.push(tellGoal(pair, until, { state, after, slot: null, apart: random.int(0, 8) }));
  }
}

const SEALED: Record<NonNullable<Casting['justMet']>, Side[]> = {
  NOBODY_SEALED: [],
  MENTOR_SEALED: ['MENTOR'],
  MENTEE_SEALED: ['MENTEE'],
};

/** A meeting about every `casting.every` days, then the one that is live or still to come. */
function tellMeetings(pair: Pair, until: Date, { state, every, next, justMet }: Casting): void {
  const { random, now, mentorship, mentee } = pair;
  if (state === 'PROPOSED') return;
  const hour = random.int(8, 16) + random.pick([0, 0.25, 0.5]);
  const last = next === 'LIVE' || justMet ? daysAfter(now, -6) : minutesAfter(until, -120);
  const short = state === 'CHEMISTRY' ? 20 : undefined;
  let near = daysAfter(mentorship.startedAt, random.int(3, 9));
  while (near < last) {
    const startsAt = workingHour(near, hour, mentee.zone);
    near = daysAfter(near, every * (0.75 + random.next() * 0.5));
    if (startsAt <= mentorship.startedAt || startsAt >= last) continue;
    const isLast = near >= last;
    if (!isLast && random.chance(0.08)) tellMissed(pair, startsAt, 'CANCELLED');
    else if (!isLast && random.chance(0.04)) tellMissed(pair, startsAt, 'NO_SHOW');
    else {
      const endReason = random.chance(0.93) ? 'BY_SOMEONE' : 'INACTIVITY';
      tellMeeting(pair, { startsAt, endReason, minutes: short });
    }
  }
  if (justMet) {
    const sealed = SEALED[justMet];
    tellMeeting(pair, {
      startsAt: minutesAfter(now, -random.int(300, 700)),
      endReason: 'BY_SOMEONE',
      sealed,
    });
  }
  if (next === 'LIVE') tellLiveMeeting(pair);
  if (next === 'NONE') return;
  const ahead = next === 'LIVE' ? 20 : random.int(1, 20);
  const startsAt = workingHour(new Date(now.getTime() + ahead * DAY), hour, mentee.zone);
  const planned = startsAt > now ? startsAt : minutesAfter(now, 26 * 60);
  tellNext(pair, planned, next === 'LIVE' ? 'SCHEDULED' : next);
}

export const isOpen = (state: MentorshipState) => !HAS_ENDED.includes(state);
