import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hours, MovableClock } from './clock.ts';
import type { Database } from './database.ts';
import { openTestDatabase, testDatabaseKinds } from './testDatabase.ts';
import { type Operation, transaction, type Write, type WriteDeps } from './transaction.ts';

describe.each(testDatabaseKinds)('a transaction on the %s database', (kind) => {
  let database: Database;
  let clock: MovableClock;
  let rung: string[][];
  let woken: number;
  let deps: WriteDeps;
  let streamId: string;
  let actorId: string;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });

  afterAll(() => database.close());

  beforeEach(() => {
    clock = new MovableClock();
    rung = [];
    woken = 0;
    streamId = uuidv7();
    actorId = uuidv7();
    deps = {
      prisma: database.prisma,
      clock,
      ring: (streamIds) => void rung.push(streamIds),
      wakeJobs: () => void woken++,
    };
  });

  const operation = (input: object = {}, name = 'greet'): Operation => ({ actorId, name, input });
  const event = (n = 0) => ({ streamId, type: 'Greeted', payload: { n } });
  const events = () => database.prisma.streamEvent.findMany({ where: { streamId }, orderBy: { seq: 'asc' } });

  const greet = async ({ record }: Write) => {
    await record(event());
    return { id: uuidv7() };
  };

  it('rings once for each stream that moved, after the commit', async () => {
    const other = uuidv7();
    await transaction(deps, operation(), async ({ record }) => {
      await record(event(1));
      await record(event(2));
      await record({ ...event(3), streamId: other });
      expect(rung).toEqual([]);
      return {};
    });
    expect(rung).toEqual([[streamId, other]]);
    expect(await events()).toMatchObject([
      { seq: 1, actorId, payload: { n: 1 } },
      { seq: 2, actorId, payload: { n: 2 } },
    ]);
  });

  it('leaves nothing behind and rings for nobody when it is refused', async () => {
    const refused = transaction(deps, operation({ opId: 'a' }), async ({ record, enqueue }) => {
      await record(event());
      await enqueue({ kind: 'greet', payload: {} });
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect([await events(), await database.prisma.job.count(), rung, woken]).toEqual([[], 0, [], 0]);
    await transaction(deps, operation({ opId: 'a' }), greet);
    expect(await events()).toMatchObject([{ seq: 1, opId: 'a' }]);
  });

  it('wakes the workers for work that is due, and not for work that waits', async () => {
    await transaction(deps, operation(), async ({ enqueue, now }) => {
      await enqueue({ kind: 'later', payload: {}, runAt: new Date(now.getTime() + hours(1)) });
      return {};
    });
    expect(woken).toBe(0);
    await transaction(deps, operation(), async ({ enqueue }) => {
      await enqueue({ kind: 'now', payload: {} });
      return {};
    });
    expect(woken).toBe(1);
    await database.prisma.job.deleteMany();
  });

  it('counts an opId once, however often it comes, at once or later', async () => {
    const first = operation({ opId: 'a', name: 'Ada' });
    const results = await Promise.all(Array.from({ length: 8 }, () => transaction(deps, first, greet)));
    clock.advance(hours(23));
    results.push(await transaction(deps, first, greet));
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    expect(await events()).toHaveLength(1);
    expect(rung).toHaveLength(1);
  });

  it('takes an opId for a repeat whatever the order of its input', async () => {
    const first = await transaction(deps, operation({ opId: 'a', one: { x: 1, y: 2 }, two: 2 }), greet);
    const again = await transaction(deps, operation({ two: 2, one: { y: 2, x: 1 }, opId: 'a' }), greet);
    expect(again).toEqual(first);
  });

  it.each([
    ['other input', { opId: 'a', name: 'Ben' }, 'greet'],
    ['an input that differs far down', { opId: 'a', name: 'Ada', list: [{ n: 2 }] }, 'greet'],
    ['another name', { opId: 'a', name: 'Ada' }, 'leave'],
  ])('refuses an opId with %s as a CONFLICT', async (_what, input, name) => {
    await transaction(
      deps,
      operation({ opId: 'a', name: 'Ada', ...('list' in input && { list: [{ n: 1 }] }) }),
      greet,
    );
    const other = transaction(deps, operation(input, name), greet);
    await expect(other).rejects.toMatchObject({ extensions: { code: 'CONFLICT' } });
    expect(await events()).toHaveLength(1);
  });

  it('takes the same opId of two people for two operations', async () => {
    await transaction(deps, operation({ opId: 'a' }), greet);
    await transaction(deps, { ...operation({ opId: 'a' }), actorId: uuidv7() }, greet);
    expect(await events()).toHaveLength(2);
  });

  it('forgets an opId after 24 hours', async () => {
    const first = await transaction(deps, operation({ opId: 'a' }), greet);
    clock.advance(hours(25));
    const second = await transaction(deps, operation({ opId: 'a' }), greet);
    expect(second.id).not.toBe(first.id);
    expect(await events()).toHaveLength(2);
  });

  it('lets commands that lock a stream follow one another', async () => {
    let inside = 0;
    let most = 0;
    const command = () =>
      transaction(deps, operation(), async ({ lock, record, tx }) => {
        await lock(streamId);
        most = Math.max(most, ++inside);
        const count = await tx.streamEvent.count({ where: { streamId } });
        await record(event(count));
        inside--;
        return {};
      });
    await Promise.all(Array.from({ length: 10 }, command));
    expect(most).toBe(1);
    expect((await events()).map(({ payload }) => payload)).toEqual(
      Array.from({ length: 10 }, (_, n) => ({ n })),
    );
  });

  it.each(['', 'x'.repeat(129), 'a\u0000b'])('refuses an opId that cannot be kept (%j)', async (opId) => {
    const refused = transaction(deps, operation({ opId }), greet);
    await expect(refused).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(await events()).toEqual([]);
  });

  // One connection cannot wait for itself.
  if (kind === 'embedded') return;

  it('begins anew when it waited for one that waited for it', async () => {
    const other = uuidv7();
    const { promise: met, resolve: meet } = Promise.withResolvers<void>();
    let arrived = 0;
    const lockBoth = (first: string, second: string) =>
      transaction(deps, operation(), async ({ lock, record }) => {
        await lock(first);
        if (++arrived === 2) meet();
        await met;
        await lock(second);
        await record(event());
        return {};
      });
    await Promise.all([lockBoth(streamId, other), lockBoth(other, streamId)]);
    expect(await events()).toMatchObject([{ seq: 1 }, { seq: 2 }]);
    expect(rung).toEqual([[streamId], [streamId]]);
  });
});
