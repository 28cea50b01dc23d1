import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { testDatabaseKinds } from '../platform/testDatabase.ts';
import { activeGoal, addedGoal, readGoal } from './testGoals.ts';

describe.each(testDatabaseKinds)('estimates of progress, on the %s database', (database) => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ database });
  });
  afterAll(() => belay.close());

  async function workedOn() {
    const pair = await belay.pair();
    return { ...pair, goalId: await activeGoal(pair.mentee, pair) };
  }
  const NEWEST = `divergence mentorEstimate { value why author { id } side } menteeEstimate { value why author { id } side }`;
  const newest = async (actor: Actor, id: string) =>
    (await actor.query<{ goal: unknown }>(`query($id: ID!) { goal(id: $id) { ${NEWEST} } }`, { id })).goal;

  it('count for their author’s side, and both see the numbers move', async () => {
    const { mentor, mentee, mentorshipId, goalId } = await workedOn();
    const followed = mentor.follow(
      mentorshipId,
      2,
      `... on ProgressEstimated { side value estimate { why } goal { ${NEWEST} } }`,
    );
    const first = await mentee.mutate(
      'estimateProgress',
      { goalId, value: 30, why: ' a draft ' },
      `estimate { value why side author { id } at goal { id } } goal { ${NEWEST} }`,
    );
    const mentees = { value: 30, why: 'a draft', author: { id: mentee.id }, side: 'MENTEE' };
    expect(first).toMatchObject({
      estimate: { ...mentees, goal: { id: goalId } },
      goal: { divergence: null, mentorEstimate: null, menteeEstimate: mentees },
    });
    await mentor.mutate('estimateProgress', { goalId, value: 55 });
    const mentors = { value: 55, why: '', author: { id: mentor.id }, side: 'MENTOR' };
    expect(await followed.next()).toMatchObject({ side: 'MENTEE', value: 30, estimate: { why: 'a draft' } });
    expect(await followed.next()).toMatchObject({
      __typename: 'ProgressEstimated',
      side: 'MENTOR',
      value: 55,
      goal: { divergence: 25, mentorEstimate: mentors, menteeEstimate: mentees },
    });
    expect(await newest(mentee, goalId)).toEqual({
      divergence: 25,
      mentorEstimate: mentors,
      menteeEstimate: mentees,
    });
    await followed.stop();
  });

  it('are all kept, page by page, of one side or of both', async () => {
    const { mentor, mentee, goalId } = await workedOn();
    for (const value of [10, 20, 30]) {
      await mentee.mutate('estimateProgress', { goalId, value });
      await mentor.mutate('estimateProgress', { goalId, value: value + 5 });
      belay.clock.advance(1000);
    }
    type Page = {
      edges: { node: { value: number } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    const page = async (args: string): Promise<Page> => {
      const { goal } = await mentor.query<{ goal: { estimates: Page } }>(
        `query($id: ID!) { goal(id: $id) { estimates(${args}) { edges { node { value } } pageInfo { hasNextPage endCursor } } } }`,
        { id: goalId },
      );
      return goal.estimates;
    };
    const values = ({ edges }: Page) => edges.map(({ node }) => node.value);
    const first = await page('first: 4');
    const rest = await page(`first: 4, after: ${JSON.stringify(first.pageInfo.endCursor)}`);
    expect([values(first), values(rest)]).toEqual([
      [35, 30, 25, 20],
      [15, 10],
    ]);
    expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(values(await page('first: 10, side: MENTEE'))).toEqual([30, 20, 10]);
  });

  it('are the newest of each goal in a list of them', async () => {
    const pair = await belay.pair();
    const goals = [await activeGoal(pair.mentee, pair, 'One'), await activeGoal(pair.mentee, pair, 'Two')];
    for (const [n, goalId] of goals.entries()) {
      for (const value of [1, 90 - n]) await pair.mentee.mutate('estimateProgress', { goalId, value });
      await pair.mentor.mutate('estimateProgress', { goalId, value: 50 });
    }
    const { mentorship } = await pair.mentor.query<{ mentorship: unknown }>(
      `query($id: ID!) { mentorship(id: $id) { goals { edges { node {
        title divergence menteeEstimate { value goal { title } } } } } } }`,
      { id: pair.mentorshipId },
    );
    const node = (title: string, divergence: number, value: number) => ({
      node: { title, divergence, menteeEstimate: { value, goal: { title } } },
    });
    expect(mentorship).toEqual({ goals: { edges: [node('Two', 39, 89), node('One', 40, 90)] } });
  });

  it('are fresh after each write of one request', async () => {
    const { mentee, goalId } = await workedOn();
    const estimate = (value: number) => `estimateProgress(input: { goalId: "${goalId}", value: ${value} }) {
      ... on EstimateProgressPayload { goal { menteeEstimate { value } } } }`;
    const { a, b } = await mentee.query(`mutation { a: ${estimate(10)} b: ${estimate(20)} }`);
    expect([a, b]).toEqual([10, 20].map((value) => ({ goal: { menteeEstimate: { value } } })));
  });

  it.each([
    ['less than nothing', { value: -1 }],
    ['more than all', { value: 101 }],
    ['half a per cent', { value: 0.5 }],
    ['501 characters', { value: 50, why: 'x'.repeat(501) }],
  ])('refuse %s and change nothing', async (_what, input) => {
    const { mentor, goalId } = await workedOn();
    const before = await readGoal(mentor, goalId);
    expect(await mentor.refusal('estimateProgress', { goalId, ...input })).toBe('BAD_USER_INPUT');
    expect(await readGoal(mentor, goalId)).toEqual(before);
    expect(await newest(mentor, goalId)).toMatchObject({ mentorEstimate: null });
  });

  it('are for goals that are worked on', async () => {
    const pair = await belay.pair();
    const goalId = await addedGoal(pair.mentee, pair);
    const before = await readGoal(pair.mentee, goalId);
    expect(await pair.mentee.mutate('estimateProgress', { goalId, value: 10 })).toMatchObject({
      __typename: 'GoalNotInState',
    });
    expect(await readGoal(pair.mentee, goalId)).toEqual(before);
  });
});
