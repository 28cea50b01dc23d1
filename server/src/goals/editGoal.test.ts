import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { addedGoal, GOAL, readGoal } from './testGoals.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

const LONG = {
  title: 'x'.repeat(161),
  why: 'x'.repeat(2001),
  planIf: 'x'.repeat(501),
  planThen: 'x'.repeat(501),
};
const wrong = [
  ...Object.entries(LONG).map(
    ([field, value]) => [`a ${field} that is too long`, { [field]: value }] as const,
  ),
  ['a title of nothing', { title: ' \n ' }] as const,
  ['a title that nobody can see', { title: '\u200b\u2060' }] as const,
  ['a day of long ago', { targetOn: '1999-12-31' }] as const,
  ['a day too far away', { targetOn: '2100-01-01' }] as const,
  ['a day there is not', { targetOn: '2027-02-29' }] as const,
];

describe('addGoal', () => {
  it('writes down an idea, and the other side sees it come', async () => {
    const { mentor, mentee, mentorshipId } = await belay.pair();
    const followed = mentor.follow(mentorshipId, 0, '... on GoalAdded { goal { id title } }');
    const words = {
      title: 'Publish',
      why: 'To be read',
      planIf: 'a night shift comes',
      planThen: 'I write at noon',
    };
    const outcome = await mentee.mutate<{ goal: { id: string } }>(
      'addGoal',
      { mentorshipId, ...words, title: '  Publish ', targetOn: '2027-05-01', opId: 'add' },
      `goal { ${GOAL} }`,
    );
    expect(outcome.goal).toMatchObject({
      ...words,
      targetOn: '2027-05-01',
      state: 'IDEA',
      version: 1,
      createdBy: { id: mentee.id },
      milestones: [],
    });
    expect(await followed.next()).toMatchObject({
      __typename: 'GoalAdded',
      seq: 1,
      opId: null,
      actor: { id: mentee.id },
      goal: { id: outcome.goal.id, title: 'Publish' },
    });
    await followed.stop();
  });

  it('writes down once what is sent twice', async () => {
    const { mentor, mentorshipId } = await belay.pair();
    const input = { mentorshipId, title: 'Once', opId: 'once' };
    const both = await Promise.all(
      [1, 2].map(() => mentor.mutate<{ goal: { id: string } }>('addGoal', input, 'goal { id }')),
    );
    expect(both[0]?.goal.id).toBe(both[1]?.goal.id);
    expect(await mentor.refusal('addGoal', { ...input, title: 'Twice' })).toBe('CONFLICT');
    expect(await readGoal(mentor, both[0]?.goal.id ?? '')).toMatchObject({ mentorship: { seq: 1 } });
  });

  it.each(wrong)('refuses %s', async (_what, input) => {
    const { mentee, mentorshipId } = await belay.pair();
    expect(await mentee.refusal('addGoal', { mentorshipId, title: 'Fine', ...input })).toBe('BAD_USER_INPUT');
    const { mentorship } = await mentee.query<{ mentorship: { seq: number } }>(
      'query($id: ID!) { mentorship(id: $id) { seq goals { edges { node { id } } } } }',
      { id: mentorshipId },
    );
    expect(mentorship).toEqual({ seq: 0, goals: { edges: [] } });
  });

  it('keeps a mentorship to 200 goals', async () => {
    const { mentor, mentee, mentorshipId } = await belay.pair();
    const { prisma } = belay.app.services;
    const now = belay.clock.now();
    await prisma.goal.createMany({
      data: Array.from({ length: 199 }, (_, n) => ({
        id: crypto.randomUUID(),
        mentorshipId,
        menteeId: mentee.id,
        title: `Goal ${n}`,
        state: 'IDEA' as const,
        createdById: mentor.id,
        createdAt: now,
        updatedAt: now,
      })),
    });
    const at = (title: string) =>
      mentor.mutate('addGoal', { mentorshipId, title }, '__typename', '... on TooMany { limit }');
    expect((await at('The last')).__typename).toBe('AddGoalPayload');
    expect(await at('One more')).toMatchObject({ __typename: 'TooMany', limit: 200 });
    expect(await prisma.goal.count({ where: { mentorshipId } })).toBe(200);
  });
});

describe('editGoal', () => {
  it('changes what is named, for both at once', async () => {
    const pair = await belay.pair();
    const goalId = await addedGoal(pair.mentee, pair);
    const followed = pair.mentee.follow(
      pair.mentorshipId,
      1,
      '... on GoalEdited { title version goal { why } }',
    );
    await pair.mentor.mutate('editGoal', { goalId, version: 1, why: 'To be read', targetOn: '2027-05-01' });
    expect(await followed.next()).toMatchObject({
      __typename: 'GoalEdited',
      title: 'Publish',
      version: 2,
      goal: { why: 'To be read' },
    });
    await pair.mentor.mutate('editGoal', { goalId, version: 2, title: 'Publish it', targetOn: null });
    expect(await readGoal(pair.mentee, goalId)).toMatchObject({
      title: 'Publish it',
      why: 'To be read',
      targetOn: null,
      version: 3,
    });
    await followed.stop();
  });

  it('lets one of two who edit at once win, and shows the other how it stands', async () => {
    const pair = await belay.pair();
    const goalId = await addedGoal(pair.mentee, pair);
    const outcomes = await Promise.all(
      [pair.mentor, pair.mentee].map((actor) =>
        actor.mutate<{ current?: unknown }>(
          'editGoal',
          { goalId, version: 1, title: `By ${actor.id}` },
          '__typename',
          '... on Outdated { current { ... on Goal { title version } } }',
        ),
      ),
    );
    const goal = await readGoal(pair.mentee, goalId);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['EditGoalPayload', 'Outdated']);
    expect(outcomes.find(({ current }) => current)?.current).toEqual({ title: goal.title, version: 2 });
    expect(goal).toMatchObject({ version: 2, mentorship: { seq: 2 } });
  });

  it.each(wrong)('refuses %s and changes nothing', async (_what, input) => {
    const pair = await belay.pair();
    const goalId = await addedGoal(pair.mentee, pair);
    const before = await readGoal(pair.mentee, goalId);
    expect(await pair.mentee.refusal('editGoal', { goalId, version: 1, ...input })).toBe('BAD_USER_INPUT');
    expect(await readGoal(pair.mentee, goalId)).toEqual(before);
  });

  it('leaves an achieved or retired goal as it was', async () => {
    const pair = await belay.pair();
    const goalId = await addedGoal(pair.mentee, pair);
    await pair.mentee.mutate('retireGoal', { goalId, reason: 'Another path' });
    const before = await readGoal(pair.mentee, goalId);
    const edited = await pair.mentor.mutate(
      'editGoal',
      { goalId, version: 1, title: 'Back' },
      '__typename',
      '... on GoalNotInState { goal { state } }',
    );
    expect(edited).toMatchObject({ __typename: 'GoalNotInState', goal: { state: 'RETIRED' } });
    expect(await readGoal(pair.mentee, goalId)).toEqual(before);
  });
});
