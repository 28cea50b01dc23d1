import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hours, later, MovableClock, minutes, seconds } from './clock.ts';
import type { Database } from './database.ts';
import { createJobs, type JobHandler, type Jobs } from './jobs.ts';
import { claimJobs } from './jobTable.ts';
import { createLog } from './log.ts';
import { openTestDatabase, testDatabaseKinds } from './testDatabase.ts';
import { type NewJob, transaction } from './transaction.ts';

const log = createLog('silent');

describe.each(testDatabaseKinds)('jobs on the %s database', (kind) => {
  let database: Database;
  let clock: MovableClock;
  let instances: Jobs[];

  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });

  afterAll(() => database.close());

  beforeEach(() => {
    clock = new MovableClock();
    instances = [];
  });

  afterEach(async () => {
    for (const jobs of instances) await jobs.stop();
    await database.prisma.job.deleteMany();
  });

  function instance(handlers: Record<string, JobHandler>, more: { patience?: number } = {}): Jobs {
    const jobs = createJobs({ prisma: database.prisma, clock, log, handlers, pollEvery: 60_000, ...more });
    instances.push(jobs);
    return jobs;
  }

  function enqueue(job: NewJob, wakeJobs: () => void = () => undefined): Promise<object> {
    const deps = { prisma: database.prisma, clock, ring: () => undefined, wakeJobs };
    return transaction(deps, { actorId: null, name: 'test', input: {} }, async (write) => {
      await write.enqueue(job);
      return {};
    });
  }

  const left = () => database.prisma.job.findMany();

  it('run once, with their payload, and are gone', async () => {
    const done: unknown[] = [];
    const jobs = instance({ greet: async (payload) => void done.push(payload) });
    await enqueue({ kind: 'greet', payload: { name: 'Ada' } });
    expect(await jobs.runDue()).toBe(1);
    expect(await jobs.runDue()).toBe(0);
    expect(done).toEqual([{ name: 'Ada' }]);
    expect(await left()).toEqual([]);
  });

  it('run by themselves when woken after the commit', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const jobs = instance({ greet: async () => resolve() });
    jobs.start();
    await enqueue({ kind: 'greet', payload: {} }, jobs.wake);
    await promise;
  });

  it('wait for their time by the clock', async () => {
    let ran = 0;
    const jobs = instance({ remind: async () => void ran++ });
    await enqueue({ kind: 'remind', payload: {}, runAt: later(clock.now(), hours(1)) });
    await jobs.runDue();
    expect(ran).toBe(0);
    clock.advance(hours(1));
    await jobs.runDue();
    expect(ran).toBe(1);
  });

  it('run what they enqueue themselves', async () => {
    const order: string[] = [];
    const jobs = instance({
      first: async () => {
        order.push('first');
        await enqueue({ kind: 'second', payload: {} });
      },
      second: async () => void order.push('second'),
    });
    await enqueue({ kind: 'first', payload: {} });
    expect(await jobs.runDue()).toBe(2);
    expect(order).toEqual(['first', 'second']);
  });

  it('are tried again after growing pauses, and given up after eight times', async () => {
    let tries = 0;
    const jobs = instance({
      fail: async () => {
        tries++;
        throw new Error('no luck');
      },
    });
    await enqueue({ kind: 'fail', payload: {} });
    await jobs.runDue();
    clock.advance(seconds(9));
    await jobs.runDue();
    expect(tries).toBe(1);
    for (let n = 0; n < 10; n++) {
      clock.advance(minutes(31));
      await jobs.runDue();
    }
    expect(tries).toBe(8);
    expect(await left()).toMatchObject([{ attempts: 8, lastError: 'no luck', failedAt: expect.any(Date) }]);
  });

  it('do not wait for one that fails', async () => {
    let ran = 0;
    const jobs = instance({
      fail: async () => {
        throw new Error('no luck');
      },
      greet: async () => void ran++,
    });
    await enqueue({ kind: 'fail', payload: {} });
    await enqueue({ kind: 'greet', payload: {} });
    await jobs.runDue();
    expect(ran).toBe(1);
  });

  it('run each on one of several instances only', async () => {
    const done: number[] = [];
    const greet = async ({ n }: { n: number }) => void done.push(n);
    const three = [instance({ greet }), instance({ greet }), instance({ greet })];
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    await database.prisma.job.createMany({
      data: numbers.map((n) => ({
        id: uuidv7(),
        kind: 'greet',
        payload: { n },
        runAt: clock.now(),
        createdAt: clock.now(),
      })),
    });
    const counts = await Promise.all(three.map((jobs) => jobs.runDue()));
    expect(done.toSorted((a, b) => a - b)).toEqual(numbers);
    expect(counts.reduce((sum, count) => sum + count)).toBe(40);
  });

  it('are left alone while another instance holds them, and taken over when it died', async () => {
    let ran = 0;
    const jobs = instance({ greet: async () => void ran++ });
    await enqueue({ kind: 'greet', payload: {} });
    const claim = { kinds: ['greet'], now: clock.now(), limit: 1 };
    expect(await claimJobs(database.prisma, { ...claim, lease: seconds(30) })).toHaveLength(1);
    clock.advance(hours(1));
    await jobs.runDue();
    expect(ran).toBe(0);
    await database.prisma.$executeRaw`UPDATE job SET locked_until = clock_timestamp() - interval '1 second'`;
    await jobs.runDue();
    expect(ran).toBe(1);
    expect(await left()).toEqual([]);
  });

  it('of a kind that is unknown here wait for an instance that knows it', async () => {
    await enqueue({ kind: 'newer', payload: {} });
    await instance({}).runDue();
    expect(await left()).toMatchObject([{ attempts: 0 }]);
  });

  it('that are periodic run once an interval, on one instance', async () => {
    let ran = 0;
    const two = [instance({}), instance({})];
    for (const jobs of two) jobs.every('sweep', minutes(10), async () => void ran++);
    await Promise.all(two.map((jobs) => jobs.runDue()));
    expect(ran).toBe(1);
    clock.advance(minutes(9));
    await Promise.all(two.map((jobs) => jobs.runDue()));
    expect(ran).toBe(1);
    clock.advance(minutes(1));
    await Promise.all(two.map((jobs) => jobs.runDue()));
    expect(ran).toBe(2);
  });

  it('that are periodic are never given up', async () => {
    let tries = 0;
    const jobs = instance({});
    jobs.every('sweep', minutes(10), async () => {
      tries++;
      throw new Error('no luck');
    });
    for (let n = 0; n < 12; n++) {
      await jobs.runDue();
      clock.advance(minutes(10));
    }
    expect(tries).toBe(12);
  });

  it('that run are finished before stopping, and no more are begun', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const { promise: allowed, resolve: allow } = Promise.withResolvers<void>();
    const done: string[] = [];
    const jobs = instance({
      slow: async () => {
        begin();
        await allowed;
        await enqueue({ kind: 'next', payload: {} }, jobs.wake);
        done.push('slow');
      },
      next: async () => void done.push('next'),
    });
    await enqueue({ kind: 'slow', payload: {} });
    jobs.start();
    await begun;
    const stopped = jobs.stop();
    allow();
    await stopped;
    expect(done).toEqual(['slow']);
    expect(await left()).toMatchObject([{ kind: 'next', attempts: 0, lockedUntil: null }]);
  });

  it('that take too long are handed on when stopping', async () => {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const forever = instance(
      {
        slow: async () => {
          begin();
          await new Promise(() => undefined);
        },
      },
      { patience: 1 },
    );
    await enqueue({ kind: 'slow', payload: {} });
    forever.start();
    await begun;
    await forever.stop();
    let ran = 0;
    await instance({ slow: async () => void ran++ }).runDue();
    expect(ran).toBe(1);
    expect(await left()).toEqual([]);
  });
});
