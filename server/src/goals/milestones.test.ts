import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { testDatabaseKinds } from '../platform/testDatabase.ts';
import { activeGoal, addedGoal, readGoal } from './testGoals.ts';

type Step = { id: string; title: string; position: number; version: number };

describe.each(testDatabaseKinds)('the steps on the path to a goal, on the %s database', (database) => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ database });
  });
  afterAll(() => belay.close());

  async function path(...titles: string[]) {
    const pair = await belay.pair();
    const goalId = await addedGoal(pair.mentee, pair);
    for (const title of titles) await pair.mentee.mutate('addMilestone', { goalId, title });
    return { ...pair, goalId };
  }
  const steps = async (actor: Actor, goalId: string) =>
    (await readGoal(actor, goalId)).milestones as unknown as Step[];
  const step = async (actor: Actor, goalId: string, title: string) => {
    const found = (await steps(actor, goalId)).find((one) => one.title === title);
    if (!found) throw new Error(`no step ${title}`);
    return { milestoneId: found.id, version: found.version };
  };
  /** Titles in order; fails when places have a gap. */
  async function order(actor: Actor, goalId: string): Promise<string> {
    const found = await steps(actor, goalId);
    expect(found.map(({ position }) => position)).toEqual(found.map((_, index) => index));
    return found.map(({ title }) => title).join('');
  }

  it('are added at the end, for both at once', async () => {
    const { mentor, mentee, mentorshipId, goalId } = await path('A');
    const followed = mentor.follow(
      mentorshipId,
      2,
      '... on MilestoneAdded { milestone { title dueOn position } }',
    );
    const { milestone } = await mentee.mutate<{ milestone: Step }>(
      'addMilestone',
      { goalId, title: ' B ', dueOn: '2027-03-01' },
      'milestone { title position version dueOn reachedAt } goal { id }',
    );
    expect(milestone).toEqual({ title: 'B', position: 1, version: 1, dueOn: '2027-03-01', reachedAt: null });
    expect(await followed.next()).toMatchObject({
      __typename: 'MilestoneAdded',
      milestone: { title: 'B', dueOn: '2027-03-01', position: 1 },
    });
    await followed.stop();
  });

  it.each([
    ['B', 0, 'BACDE'],
    ['B', 3, 'ACDBE'],
    ['A', 4, 'BCDEA'],
    ['E', 0, 'EABCD'],
    ['A', 29, 'BCDEA'],
    ['C', 2, 'ABCDE'],
  ])('move: %s to place %i makes %s', async (title, position, expected) => {
    const { mentor, mentee, goalId } = await path(...'ABCDE');
    await mentor.mutate('editMilestone', { ...(await step(mentor, goalId, title)), position });
    expect(await order(mentee, goalId)).toBe(expected);
  });

  it.each([
    ['A', 'BCD'],
    ['B', 'ACD'],
    ['D', 'ABC'],
  ])('close up when %s is taken off: %s', async (title, expected) => {
    const { mentor, mentee, mentorshipId, goalId } = await path(...'ABCD');
    const followed = mentee.follow(mentorshipId, 5, '... on MilestoneRemoved { milestoneId goal { id } }');
    const taken = await step(mentor, goalId, title);
    const outcome = await mentor.mutate(
      'removeMilestone',
      taken,
      'milestoneId goal { milestones { title } }',
    );
    expect(outcome).toMatchObject({ milestoneId: taken.milestoneId });
    expect(await order(mentee, goalId)).toBe(expected);
    expect(await followed.next()).toMatchObject({
      __typename: 'MilestoneRemoved',
      milestoneId: taken.milestoneId,
      goal: { id: goalId },
    });
    expect(await mentor.refusal('removeMilestone', taken)).toBe('NOT_FOUND');
    await followed.stop();
  });

  it('stay in order when both work on them at once', async () => {
    const { mentor, mentee, goalId } = await path(...'ABCDEFGH');
    const known = await steps(mentee, goalId);
    const outcomes = await Promise.all(
      known
        .flatMap(({ id, version }, n) => [
          mentor.mutate('editMilestone', { milestoneId: id, version, position: (n * 5) % 8 }),
          n % 3 === 0
            ? mentee.ask(
                'mutation($input: RemoveMilestoneInput!) { removeMilestone(input: $input) { __typename } }',
                {
                  input: { milestoneId: id, version },
                },
              )
            : mentee.mutate('addMilestone', { goalId, title: String(n) }),
        ])
        .map((write) => write.catch((error: Error) => error.message)),
    );
    expect(outcomes.filter((outcome) => /INTERNAL/.test(JSON.stringify(outcome)))).toEqual([]);
    await order(mentee, goalId);
  });

  it('are reached, keep their moment, and can be not reached again', async () => {
    const { mentor, mentee, goalId } = await path('A');
    const reach = async (reached: boolean) => {
      await mentee.mutate('editMilestone', { ...(await step(mentee, goalId, 'A')), reached });
      const [one] = (await readGoal(mentor, goalId)).milestones as { reachedAt: string | null }[];
      return one?.reachedAt;
    };
    const moment = await reach(true);
    expect(moment).toEqual(expect.any(String));
    belay.clock.advance(60_000);
    expect(await reach(true)).toBe(moment);
    expect(await reach(false)).toBeNull();
  });

  it('are reworded and dated; null takes the day away', async () => {
    const { mentor, mentee, goalId } = await path('A');
    const edit = async (input: Record<string, unknown>) =>
      mentor.mutate('editMilestone', { ...(await step(mentor, goalId, 'A')), ...input });
    await edit({ dueOn: '2027-03-01' });
    expect(await steps(mentee, goalId)).toMatchObject([{ title: 'A', dueOn: '2027-03-01', version: 2 }]);
    await edit({ dueOn: null, title: 'B' });
    expect(await steps(mentee, goalId)).toMatchObject([{ title: 'B', dueOn: null, version: 3 }]);
  });

  it('are shown as they stand to whoever names an old version', async () => {
    const { mentor, mentee, goalId } = await path('A', 'B');
    const old = await step(mentor, goalId, 'B');
    await mentee.mutate('editMilestone', { ...old, title: 'C' });
    const before = await readGoal(mentor, goalId);
    for (const [name, input] of [
      ['editMilestone', { ...old, title: 'D', position: 0 }],
      ['removeMilestone', old],
    ] as const) {
      const late = await mentor.mutate(
        name,
        input,
        '__typename',
        '... on Outdated { current { ... on Milestone { title version } } }',
      );
      expect(late).toMatchObject({ __typename: 'Outdated', current: { title: 'C', version: 2 } });
    }
    expect(await readGoal(mentor, goalId)).toEqual(before);
  });

  it.each([
    ['a title of nothing', { title: '  ' }],
    ['a title of 161', { title: 'x'.repeat(161) }],
    ['a day out of range', { dueOn: '2150-01-01' }],
    ['a place before the first', { position: -1 }],
    ['a place beyond what there can be', { position: 30 }],
  ])('refuse %s and stay as they are', async (_what, input) => {
    const { mentor, goalId } = await path('A');
    const before = await readGoal(mentor, goalId);
    const named = await step(mentor, goalId, 'A');
    expect(await mentor.refusal('editMilestone', { ...named, ...input })).toBe('BAD_USER_INPUT');
    if (!('position' in input)) {
      expect(await mentor.refusal('addMilestone', { goalId, title: 'Fine', ...input })).toBe(
        'BAD_USER_INPUT',
      );
    }
    expect(await readGoal(mentor, goalId)).toEqual(before);
  });

  it('are at most 30, whatever arrives at once', async () => {
    const { mentor, mentee, goalId } = await path(...'x'.repeat(20));
    const outcomes = await Promise.all(
      Array.from({ length: 15 }, () =>
        mentor.mutate('addMilestone', { goalId, title: 'more' }, '__typename', '... on TooMany { limit }'),
      ),
    );
    expect(outcomes.filter(({ __typename }) => __typename === 'AddMilestonePayload')).toHaveLength(10);
    expect(outcomes.find(({ __typename }) => __typename === 'TooMany')).toMatchObject({ limit: 30 });
    expect(await order(mentee, goalId)).toHaveLength(20 + 10 * 'more'.length);
  });

  it('stay as they were when the goal is achieved', async () => {
    const pair = await belay.pair();
    const goalId = await activeGoal(pair.mentee, pair);
    await pair.mentee.mutate('addMilestone', { goalId, title: 'A' });
    const named = await step(pair.mentee, goalId, 'A');
    await pair.mentee.mutate('achieveGoal', { goalId });
    const before = await readGoal(pair.mentee, goalId);
    const outcomes = [
      await pair.mentor.mutate('addMilestone', { goalId, title: 'B' }),
      await pair.mentor.mutate('editMilestone', { ...named, reached: true }),
      await pair.mentor.mutate('removeMilestone', named),
    ];
    expect(outcomes.map(({ __typename }) => __typename)).toEqual(Array(3).fill('GoalNotInState'));
    expect(await readGoal(pair.mentee, goalId)).toEqual(before);
  });
});
