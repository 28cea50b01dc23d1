import type { Goal, GoalState } from '../generated/client/client.ts';
import { type Pair, personOf, SIDES } from './tale.ts';
import { DAY, dayOf, daysAfter, minutesAfter } from './time.ts';
import { RETIRE_REASONS } from './words/feedback.ts';

type Plan = {
  state: GoalState;
  /** Days between the beginning of the mentorship and the goal. */
  after: number;
  /** 1 or 2 while it is active. */
  slot: number | null;
  /** By how many points the two see it differently at the end. */
  apart: number;
};

/** Where a goal of this state ends up, in per cent. */
const REACHED: Record<GoalState, [number, number]> = {
  IDEA: [0, 0],
  ACTIVE: [25, 80],
  ACHIEVED: [100, 100],
  PARKED: [15, 50],
  RETIRED: [5, 35],
};

/** Tells a goal from its first word to where it stands, with its path and both estimates over time. */
export function tellGoal(pair: Pair, until: Date, { state, after, slot, apart }: Plan): Goal {
  const { rows, random, mentorship, decks } = pair;
  const words = decks.goals.draw();
  const first = minutesAfter(daysAfter(mentorship.startedAt, after), random.int(0, 300));
  const createdAt = first < until ? first : minutesAfter(until, -60);
  const days = Math.max(1, (until.getTime() - createdAt.getTime()) / DAY);
  const achievedAt = state === 'ACHIEVED' ? daysAfter(createdAt, days * 0.9) : null;
  const side = random.chance(0.75) ? 'MENTEE' : 'MENTOR';
  const isRetired = state === 'RETIRED';
  const goal = rows.add('goal', {
    id: random.id(createdAt),
    mentorshipId: mentorship.id,
    menteeId: mentorship.menteeId,
    title: words.title,
    why: words.why,
    planIf: words.planIf,
    planThen: words.planThen,
    targetOn: state === 'IDEA' ? null : dayOf(daysAfter(createdAt, random.int(120, 420))),
    state,
    retiredReason: isRetired ? random.pick(RETIRE_REASONS) : null,
    activeSlot: slot,
    version: state === 'IDEA' ? 1 : 3,
    createdById: personOf(pair, side).id,
    createdAt,
    updatedAt: achievedAt ?? daysAfter(createdAt, days * 0.7),
    achievedAt,
  });
  const { id: goalId, ...facts } = goal;
  pair.events.add(mentorship.id, createdAt, 'GoalAdded', goal.createdById, () => ({ goalId, ...facts }));
  if (state === 'IDEA') return goal;

  const [least, most] = REACHED[state];
  const reached = random.int(least, most);
  changeState(pair, goal, minutesAfter(createdAt, 3), 'IDEA', 'ACTIVE');
  if (state !== 'ACTIVE') changeState(pair, goal, goal.updatedAt, 'ACTIVE', state);
  tellPath(pair, goal, { steps: words.milestones, reached, days });
  tellEstimates(pair, goal, { reached, apart, days: achievedAt ? days * 0.9 : days });
  return goal;
}

function changeState(pair: Pair, goal: Goal, at: Date, from: GoalState, to: GoalState): void {
  const reason = to === 'RETIRED' ? goal.retiredReason : null;
  pair.events.add(pair.mentorship.id, at, 'GoalStateChanged', goal.menteeId, () => ({
    goalId: goal.id,
    from,
    to,
    reason,
  }));
}

type Path = { steps: string[]; reached: number; days: number };

function tellPath({ rows, random, events }: Pair, goal: Goal, { steps, reached, days }: Path): void {
  const done = Math.floor((steps.length * reached) / 100);
  for (const [position, title] of steps.entries()) {
    const at = minutesAfter(goal.createdAt, 5 + position);
    const reachedAt =
      position < done ? daysAfter(goal.createdAt, (days * (position + 1)) / (done + 0.5)) : null;
    const milestone = rows.add('milestone', {
      id: random.id(at),
      goalId: goal.id,
      title,
      dueOn: dayOf(daysAfter(goal.createdAt, 30 + position * random.int(25, 45))),
      reachedAt,
      position,
      version: reachedAt ? 2 : 1,
    });
    const { id: milestoneId, ...facts } = milestone;
    const payload = () => ({ milestoneId, ...facts });
    events.add(goal.mentorshipId, at, 'MilestoneAdded', goal.createdById, payload);
    if (reachedAt) events.add(goal.mentorshipId, reachedAt, 'MilestoneEdited', goal.menteeId, payload);
  }
}

type Course = { reached: number; apart: number; days: number };

/** About one estimate of each side a month, from little to where it stands, with ups and downs. */
function tellEstimates(pair: Pair, goal: Goal, { reached, apart, days }: Course): void {
  const { rows, random, events, mentorship, decks } = pair;
  const count = Math.max(2, Math.min(12, Math.round(days / 28)));
  const sign = random.chance(0.7) ? 1 : -1;
  for (const side of SIDES) {
    for (let step = 1; step <= count; step += 1) {
      const share = step / count;
      const at = minutesAfter(daysAfter(goal.createdAt, days * (share - 0.02)), random.int(-600, 0));
      const noise = step === count ? 0 : random.int(-6, 6);
      const gap = side === 'MENTOR' ? sign * apart * share : 0;
      const value = Math.round(Math.min(100, Math.max(0, reached * share ** 1.2 + noise + gap)));
      const estimate = rows.add('progress_estimate', {
        id: random.id(at),
        goalId: goal.id,
        authorId: personOf(pair, side).id,
        side,
        value,
        why: random.chance(0.7) ? decks.estimates.draw() : '',
        at,
      });
      const { id: estimateId, ...facts } = estimate;
      events.add(mentorship.id, at, 'ProgressEstimated', estimate.authorId, () => ({ estimateId, ...facts }));
    }
  }
}
