import type { StreamEvent } from '@belay/prisma/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { testDatabaseKinds } from '../platform/testDatabase.ts';
import {
  type EstimateFacts,
  estimateFacts,
  type GoalFacts,
  type GoalStateFacts,
  goalFacts,
  type MilestoneFacts,
  type MilestoneRemovedFacts,
  milestoneFacts,
} from './facts.ts';

type Folded = GoalFacts & { reason: string | null; path: MilestoneFacts[]; estimates: EstimateFacts[] };

/** What the events of a mentorship say about its goals, and nothing but they. */
function fold(events: StreamEvent[]): Folded[] {
  const goals = new Map<string, Folded>();
  for (const { type, payload } of events) {
    const { goalId } = payload as { goalId: string };
    const goal = goals.get(goalId);
    if (type === 'GoalAdded') {
      goals.set(goalId, { ...(payload as GoalFacts), reason: null, path: [], estimates: [] });
    } else if (goal) happen(goal, type, payload);
  }
  return [...goals.values()];
}

function happen(goal: Folded, type: string, payload: unknown): void {
  if (type === 'GoalEdited') Object.assign(goal, payload);
  if (type === 'GoalStateChanged') {
    const { to, reason } = payload as GoalStateFacts;
    Object.assign(goal, { state: to, reason });
  }
  if (type === 'ProgressEstimated') goal.estimates.push(payload as EstimateFacts);
  if (type.startsWith('Milestone')) walk(goal, type, payload as MilestoneFacts | MilestoneRemovedFacts);
}

function walk(goal: Folded, type: string, payload: MilestoneFacts | MilestoneRemovedFacts): void {
  const others = goal.path.filter(({ milestoneId }) => milestoneId !== payload.milestoneId);
  if (type !== 'MilestoneRemoved') {
    const milestone = payload as MilestoneFacts;
    others.splice(milestone.position, 0, milestone);
  }
  goal.path = others.map((milestone, position) => ({ ...milestone, position }));
}

/** The same numbers in every run (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

describe.each(testDatabaseKinds)('goals, on the %s database', (database) => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ database });
  });
  afterAll(() => belay.close());

  async function stored(mentorshipId: string): Promise<Folded[]> {
    const goals = await belay.app.services.prisma.goal.findMany({
      where: { mentorshipId },
      orderBy: { id: 'asc' },
      include: { milestones: { orderBy: { position: 'asc' } }, estimates: { orderBy: { id: 'asc' } } },
    });
    return goals.map((goal) => ({
      ...goalFacts(goal),
      reason: goal.retiredReason,
      path: goal.milestones.map(milestoneFacts),
      estimates: goal.estimates.map(estimateFacts),
    }));
  }

  it.each([1, 2, 3])('are the fold of their events, whatever the two do at once (%i)', async (seed) => {
    const { mentor, mentee, mentorshipId } = await belay.pair();
    const roll = dice(seed);
    const pick = <T>(items: T[]): T | undefined => items[roll(items.length)];

    async function something(actor: Actor, goals: Folded[]): Promise<void> {
      const goal = pick(goals);
      if (!goal || roll(8) === 0) {
        await actor.mutate('addGoal', {
          mentorshipId,
          title: `Goal ${roll(100)}`,
          why: 'Why',
          targetOn: '2027-05-01',
        });
        return;
      }
      const { goalId, version } = goal;
      const step = pick(goal.path);
      const named = step && { milestoneId: step.milestoneId, version: step.version };
      const writes: [name: string, input: Record<string, unknown> | undefined][] = [
        [
          'editGoal',
          { goalId, version, title: `Goal ${roll(100)}`, targetOn: roll(2) ? null : '2028-01-31' },
        ],
        ['activateGoal', { goalId }],
        ['parkGoal', { goalId }],
        ['achieveGoal', roll(4) ? undefined : { goalId }],
        ['retireGoal', roll(4) ? undefined : { goalId, reason: 'Enough' }],
        ['estimateProgress', { goalId, value: roll(101), why: 'So far' }],
        ['addMilestone', { goalId, title: `Step ${roll(100)}`, dueOn: '2027-02-28' }],
        ['addMilestone', { goalId, title: `Step ${roll(100)}` }],
        ['editMilestone', named && { ...named, position: roll(6), reached: roll(2) === 0 }],
        ['editMilestone', named && { ...named, title: `Step ${roll(100)}`, dueOn: null }],
        ['removeMilestone', roll(2) ? named : undefined],
      ];
      const [name, input] = pick(writes) ?? [];
      // Refused or not: a refusal changes nothing and records nothing.
      if (name && input) await actor.refusal(name, input);
    }

    for (let round = 0; round < 25; round += 1) {
      const goals = await stored(mentorshipId);
      await Promise.all([mentor, mentee, mentor, mentee].map((actor) => something(actor, goals)));
    }
    const events = await belay.app.services.prisma.streamEvent.findMany({
      where: { streamId: mentorshipId },
      orderBy: { seq: 'asc' },
    });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(events.length).toBeGreaterThan(25);
    expect(fold(events).sort((a, b) => (a.goalId < b.goalId ? -1 : 1))).toEqual(await stored(mentorshipId));
  });
});
