import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import type { Pair } from '../../../test/harness/story.ts';
import { activeGoal, readGoal } from './testGoals.ts';

type Ids = { mentorshipId: string; goalId: string; milestoneId: string };

const writes: [name: string, input: (ids: Ids) => Record<string, unknown>][] = [
  ['addGoal', ({ mentorshipId }) => ({ mentorshipId, title: 'Another' })],
  ['editGoal', ({ goalId }) => ({ goalId, version: 1, title: 'Other' })],
  ['activateGoal', ({ goalId }) => ({ goalId })],
  ['parkGoal', ({ goalId }) => ({ goalId })],
  ['achieveGoal', ({ goalId }) => ({ goalId })],
  ['retireGoal', ({ goalId }) => ({ goalId, reason: 'No' })],
  ['addMilestone', ({ goalId }) => ({ goalId, title: 'Step' })],
  ['editMilestone', ({ milestoneId }) => ({ milestoneId, version: 1, title: 'Other' })],
  ['removeMilestone', ({ milestoneId }) => ({ milestoneId, version: 1 })],
  ['estimateProgress', ({ goalId }) => ({ goalId, value: 50 })],
];

describe('who may work on a goal', () => {
  let belay: Belay;
  let pair: Pair;
  let ids: Ids;
  beforeAll(async () => {
    belay = await startBelay();
    pair = await belay.pair();
    const goalId = await activeGoal(pair.mentee, pair);
    const { milestone } = await pair.mentee.mutate<{ milestone: { id: string } }>(
      'addMilestone',
      { goalId, title: 'Step' },
      'milestone { id }',
    );
    ids = { mentorshipId: pair.mentorshipId, goalId, milestoneId: milestone.id };
  });
  afterAll(() => belay.close());

  const refused = async (actor: Actor, name: string, input: Record<string, unknown>, code: string) => {
    const before = await readGoal(pair.mentee, ids.goalId);
    expect(await actor.refusal(name, input)).toBe(code);
    expect(await readGoal(pair.mentee, ids.goalId)).toEqual(before);
  };

  it.each(writes)('%s: nobody but the two', async (name, input) => {
    await refused(await belay.person(), name, input(ids), 'NOT_FOUND');
    const colleague = await belay.pair({ mentor: pair.mentor });
    await refused(colleague.mentee, name, input(ids), 'NOT_FOUND');
  });

  it.each(writes)('%s: nobody who is not signed in', async (name, input) => {
    await refused(belay.stranger(), name, input(ids), 'UNAUTHENTICATED');
  });

  it.each(writes)('%s: nothing for ids that nobody has', async (name, input) => {
    for (const id of [uuidv7(), 'no id', '']) {
      const unknown = { mentorshipId: id, goalId: id, milestoneId: id };
      await refused(pair.mentor, name, input(unknown), 'NOT_FOUND');
    }
  });

  it.each(writes)('%s: not once the mentorship is paused or over', async (name, input) => {
    const { prisma } = belay.app.services;
    const where = { id: pair.mentorshipId };
    for (const state of ['PAUSED', 'CLOSED'] as const) {
      const over = state === 'CLOSED';
      await prisma.mentorship.update({ where, data: { state, mentorPlace: over ? null : 1 } });
      const before = await readGoal(pair.mentor, ids.goalId);
      const outcome = await pair.mentee.mutate(
        name,
        input(ids),
        '__typename',
        '... on MentorshipNotActive { mentorship { state } }',
      );
      expect(outcome).toMatchObject({ __typename: 'MentorshipNotActive', mentorship: { state } });
      expect(await readGoal(pair.mentor, ids.goalId)).toEqual(before);
    }
    await prisma.mentorship.update({ where, data: { state: 'ACTIVE', mentorPlace: 1 } });
  });

  it.each([
    'goal(id: $id) { title }',
    'goal(id: $id) { milestones { title } }',
    'goal(id: $id) { estimates { edges { node { value } } } }',
  ])('shows others nothing: %s', async (field) => {
    const query = `query($id: ID!) { ${field} }`;
    const other = await belay.person();
    const answer = await other.ask(query, { id: ids.goalId });
    expect(answer.data).toBeNull();
    expect(answer.errors?.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
    expect((await belay.stranger().ask(query, { id: ids.goalId })).errors?.[0]?.extensions?.code).toBe(
      'UNAUTHENTICATED',
    );
  });
});
