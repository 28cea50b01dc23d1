import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { testDatabaseKinds } from '../platform/testDatabase.ts';
import { activeGoal, addedGoal, readGoal } from './testGoals.ts';

const MANY = 20;

type Outcome = { limit: number; activeGoals: { title: string }[] };
const activate = (actor: Actor, goalId: string) =>
  actor.mutate<Outcome>(
    'activateGoal',
    { goalId },
    '__typename',
    '... on GoalLimitReached { limit activeGoals { title } }',
  );

describe.each(testDatabaseKinds)('a mentee’s two active goals, on the %s database', (database) => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ database });
  });
  afterAll(() => belay.close());

  const activeOf = (mentee: Actor) =>
    belay.app.services.prisma.goal.findMany({ where: { menteeId: mentee.id, state: 'ACTIVE' } });

  it('hold however many arrive at once, in one mentorship', async () => {
    const pair = await belay.pair();
    const goalIds = await Promise.all(
      Array.from({ length: MANY }, (_, n) => addedGoal(n % 2 ? pair.mentor : pair.mentee, pair, `Goal ${n}`)),
    );
    const outcomes = await Promise.all(
      goalIds.map((goalId, n) => activate(n % 2 ? pair.mentor : pair.mentee, goalId)),
    );
    expect(outcomes.filter(({ __typename }) => __typename === 'ActivateGoalPayload')).toHaveLength(2);
    expect(outcomes.filter(({ __typename }) => __typename === 'GoalLimitReached')).toHaveLength(MANY - 2);
    expect((await activeOf(pair.mentee)).map(({ activeSlot }) => activeSlot).sort()).toEqual([1, 2]);
    const { mentorship } = await readGoal(pair.mentee, goalIds[0] ?? '');
    expect(mentorship.seq).toBe(MANY + 2);
  });

  it('hold however many arrive at once, across mentors, and no free slot is refused', async () => {
    const mentee = await belay.person();
    const pairs = await Promise.all(Array.from({ length: MANY }, () => belay.pair({ mentee })));
    const goalIds = await Promise.all(pairs.map((pair) => addedGoal(mentee, pair)));
    const outcomes = await Promise.all(
      pairs.map(({ mentor }, n) => activate(n % 2 ? mentor : mentee, goalIds[n] ?? '')),
    );
    expect(outcomes.filter(({ __typename }) => __typename === 'ActivateGoalPayload')).toHaveLength(2);
    expect(outcomes.filter(({ __typename }) => __typename === 'GoalLimitReached')).toHaveLength(MANY - 2);
    expect(await activeOf(mentee)).toHaveLength(2);
  });

  it('name themselves to the mentee who wants a third, and make room when one is parked', async () => {
    const pair = await belay.pair();
    const elsewhere = await belay.pair({ mentee: pair.mentee });
    const publish = await activeGoal(pair.mentee, pair, 'Publish');
    await activeGoal(pair.mentee, elsewhere, 'Teach');
    const third = await addedGoal(pair.mentee, pair, 'Rest');
    const before = await readGoal(pair.mentee, third);
    expect(await activate(pair.mentee, third)).toEqual({
      __typename: 'GoalLimitReached',
      message: 'There are 2 active goals already: “Publish” and “Teach”. Park one of them first.',
      limit: 2,
      activeGoals: [{ title: 'Publish' }, { title: 'Teach' }],
    });
    expect(await readGoal(pair.mentee, third)).toEqual(before);
    await pair.mentee.mutate('parkGoal', { goalId: publish });
    expect((await activate(pair.mentee, third)).__typename).toBe('ActivateGoalPayload');
  });

  it('tell a mentor nothing of the goals that the mentee has with others', async () => {
    const pair = await belay.pair();
    const elsewhere = await belay.pair({ mentee: pair.mentee });
    await activeGoal(pair.mentee, pair, 'Publish');
    await activeGoal(pair.mentee, elsewhere, 'Secret');
    const third = await addedGoal(pair.mentor, pair, 'Rest');
    const refused = await activate(pair.mentor, third);
    expect(refused.activeGoals).toEqual([{ title: 'Publish' }]);
    expect(refused.message).toContain('“Publish” and one in another mentorship, which the mentee can park');
    expect(JSON.stringify(refused)).not.toContain('Secret');

    const stranger = await belay.pair({ mentee: pair.mentee });
    const theirs = await addedGoal(stranger.mentor, stranger, 'New');
    const blind = await activate(stranger.mentor, theirs);
    expect(blind.activeGoals).toEqual([]);
    expect(blind.message).toContain('those in other mentorships, which the mentee can park');
  });

  // The embedded database has one session: nobody can write past another.
  if (database === 'postgres') {
    it('are kept by the database when somebody writes past the lock', async () => {
      const pair = await belay.pair();
      const { prisma } = belay.app.services;
      await activeGoal(pair.mentee, pair, 'Publish');
      const [second, third] = [
        await addedGoal(pair.mentee, pair, 'Teach'),
        await addedGoal(pair.mentee, pair, 'Rest'),
      ];
      const refused = await prisma.$transaction(async (tx) => {
        await tx.goal.update({ where: { id: second }, data: { state: 'ACTIVE', activeSlot: 2 } });
        const waiting = activate(pair.mentee, third);
        await waitsForALock(tx);
        return { waiting };
      });
      expect(await refused.waiting).toMatchObject({
        __typename: 'GoalLimitReached',
        activeGoals: [{ title: 'Publish' }, { title: 'Teach' }],
      });
      expect(await readGoal(pair.mentee, third)).toMatchObject({ state: 'IDEA', mentorship: { seq: 4 } });
    });
  }

  /** Until another session waits for what this transaction holds. */
  async function waitsForALock(tx: Pick<typeof belay.app.services.prisma, '$queryRaw'>): Promise<void> {
    for (;;) {
      const [row] = await tx.$queryRaw<[{ waiting: boolean }]>`
        SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))) AS waiting`;
      if (row.waiting) return;
    }
  }
});
