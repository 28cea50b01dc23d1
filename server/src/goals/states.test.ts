import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { activeGoal, addedGoal, readGoal } from './testGoals.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

type State = 'IDEA' | 'ACTIVE' | 'ACHIEVED' | 'PARKED' | 'RETIRED';
type Verb = 'activateGoal' | 'achieveGoal' | 'parkGoal' | 'retireGoal';

const paths: Record<State, Verb[]> = {
  IDEA: [],
  ACTIVE: ['activateGoal'],
  ACHIEVED: ['activateGoal', 'achieveGoal'],
  PARKED: ['activateGoal', 'parkGoal'],
  RETIRED: ['retireGoal'],
};
const allowed: Record<Verb, { to: State; from: State[] }> = {
  activateGoal: { to: 'ACTIVE', from: ['IDEA', 'PARKED'] },
  achieveGoal: { to: 'ACHIEVED', from: ['ACTIVE'] },
  parkGoal: { to: 'PARKED', from: ['ACTIVE'] },
  retireGoal: { to: 'RETIRED', from: ['IDEA', 'ACTIVE', 'PARKED'] },
};
const verbs = Object.keys(allowed) as Verb[];
const states = Object.keys(paths) as State[];
const table = verbs.flatMap((verb) => states.map((from) => ({ verb, from, to: allowed[verb].to })));
const moves = table.filter(({ verb, from }) => allowed[verb].from.includes(from));
const refusals = table.filter(({ verb, from }) => !allowed[verb].from.includes(from));

const move = (actor: Actor, verb: Verb, goalId: string) =>
  actor.mutate<{ goal?: { state: State } }>(
    verb,
    { goalId, ...(verb === 'retireGoal' ? { reason: 'Another path' } : {}) },
    'goal { state }',
    '... on GoalNotInState { goal { state } }',
  );

async function goalThatIs(state: State) {
  const pair = await belay.pair();
  const goalId = await addedGoal(pair.mentee, pair);
  for (const verb of paths[state]) await move(pair.mentee, verb, goalId);
  return { ...pair, goalId };
}

describe('the states of a goal', () => {
  it.each(moves)('$verb brings it from $from to $to, for both at once', async ({ verb, from, to }) => {
    const { mentor, mentee, mentorshipId, goalId } = await goalThatIs(from);
    const { mentorship } = await readGoal(mentee, goalId);
    const followed = mentee.follow(
      mentorshipId,
      mentorship.seq,
      '... on GoalStateChanged { from to reason goal { id } }',
    );
    expect((await move(mentor, verb, goalId)).goal).toEqual({ state: to });
    expect(await followed.next()).toMatchObject({
      __typename: 'GoalStateChanged',
      from,
      to,
      reason: to === 'RETIRED' ? 'Another path' : null,
      goal: { id: goalId },
    });
    const goal = await readGoal(mentee, goalId);
    expect(goal).toMatchObject({ state: to, retiredReason: to === 'RETIRED' ? 'Another path' : null });
    expect(goal.achievedAt !== null).toBe(to === 'ACHIEVED');
    await followed.stop();
  });

  it.each(refusals)('$verb is refused when it is $from, and changes nothing', async ({ verb, from }) => {
    const { mentor, goalId } = await goalThatIs(from);
    const before = await readGoal(mentor, goalId);
    expect(await move(mentor, verb, goalId)).toMatchObject({
      __typename: 'GoalNotInState',
      message: expect.stringContaining('This goal is'),
      goal: { state: from },
    });
    expect(await readGoal(mentor, goalId)).toEqual(before);
  });

  it.each(['', '  ', 'x'.repeat(501)])(
    'retireGoal wants a reason of 1–500 characters: %j',
    async (reason) => {
      const { mentee, goalId } = await goalThatIs('ACTIVE');
      const before = await readGoal(mentee, goalId);
      expect(await mentee.refusal('retireGoal', { goalId, reason })).toBe('BAD_USER_INPUT');
      expect(await readGoal(mentee, goalId)).toEqual(before);
    },
  );

  it('moves once what is sent twice', async () => {
    const { mentee, goalId } = await goalThatIs('ACTIVE');
    const input = { goalId, opId: 'park' };
    const both = await Promise.all([mentee.mutate('parkGoal', input), mentee.mutate('parkGoal', input)]);
    expect(both.map(({ __typename }) => __typename)).toEqual(['ParkGoalPayload', 'ParkGoalPayload']);
    expect(await readGoal(mentee, goalId)).toMatchObject({ state: 'PARKED', mentorship: { seq: 3 } });
  });
});

describe('Viewer.activeGoals', () => {
  it('shows one’s own, then those of one’s mentees, and of nobody else', async () => {
    const pair = await belay.pair();
    const own = await belay.pair({ mentee: pair.mentor });
    const elsewhere = await belay.pair({ mentee: pair.mentee });
    await activeGoal(pair.mentee, pair, 'Ours');
    await activeGoal(pair.mentee, elsewhere, 'Theirs');
    await activeGoal(own.mentee, own, 'Mine');
    await addedGoal(own.mentee, own, 'Just an idea');
    const titles = async (actor: Actor) => {
      const { viewer } = await actor.query<{ viewer: { activeGoals: { title: string }[] } }>(
        '{ viewer { activeGoals { title } } }',
      );
      return viewer.activeGoals.map(({ title }) => title);
    };
    expect(await titles(pair.mentor)).toEqual(['Mine', 'Ours']);
    expect(await titles(pair.mentee)).toEqual(['Theirs', 'Ours']);
    expect(await titles(await belay.person())).toEqual([]);
  });
});
