import { setTimeout as pause } from 'node:timers/promises';
import type { PrismaClient } from '@belay/prisma/client';
import { type Clock, later, minutes, seconds } from './clock.ts';
import {
  claimJobs,
  finishJob,
  handOnJobs,
  type Job,
  keepJobs,
  rescheduleJob,
  scheduleSweep,
} from './jobTable.ts';
import type { Log } from './log.ts';

// Our own table and not pg-boss: jobs follow Belay's clock, are written in the command's own transaction on both
// databases, and bring no second set of migrations.

/**
 * Does the work; gets the payload that was enqueued under its name. It may run again after a crash, so it must be
 * harmless to repeat.
 */
export type JobHandler = (payload: never) => Promise<void>;

export type JobOptions = {
  prisma: PrismaClient;
  clock: Clock;
  log: Log;
  handlers: Record<string, JobHandler>;
  /** Milliseconds between two looks for work that nobody announced. */
  pollEvery?: number;
  /** Milliseconds after which the work of a worker that died is taken over. */
  lease?: number;
  /** Milliseconds that work has to end when all is to stop. */
  patience?: number;
};

export type Jobs = {
  /** There is new work that is due. */
  wake(): void;
  /** Has `handler` run once every `interval` milliseconds of Belay's clock, on one instance at a time. */
  every(name: string, interval: number, handler: () => Promise<unknown>): void;
  /** Runs everything that is due by the clock until nothing is, and waits for what was running already. */
  runDue(): Promise<number>;
  /** Begins to look for work by itself. */
  start(): void;
  /** Takes no more work and waits for what runs, but not for long: then it is handed on to whoever looks next. */
  stop(): Promise<void>;
};

const CONCURRENCY = 4;
const ATTEMPTS = 8;

type Sweep = { interval: number; handler: () => Promise<unknown> };

/** Runs jobs: one instance at a time for each, at least once, with growing pauses, 8 times at most. */
export function createJobs(options: JobOptions): Jobs {
  const { prisma, clock, log, handlers, pollEvery = 2000, lease = seconds(30) } = options;
  const { patience = seconds(2) } = options;
  const sweeps = new Map<string, Sweep>();
  const unscheduled = new Set<string>();
  const running = new Map<string, Promise<void>>();
  let timers: NodeJS.Timeout[] = [];
  let working: Promise<number> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let woken = false;
  let stopped = false;

  function start(): void {
    timers = [setInterval(wake, pollEvery), setInterval(keep, lease / 3)];
    for (const timer of timers) timer.unref();
    wake();
  }

  function wake(): void {
    if (stopped || timers.length === 0) return;
    woken = true;
    working ??= work()
      .catch((error) => log.warn({ err: error }, 'Jobs cannot be read; trying again.'))
      .finally(() => {
        working = null;
      })
      .then(() => 0);
  }

  async function work(): Promise<void> {
    while (woken && !stopped) {
      woken = false;
      await runDue();
    }
  }

  async function runDue(): Promise<number> {
    let count = 0;
    while (!stopped) {
      await scheduleSweeps();
      const begun = await beginDue();
      count += begun;
      if (running.size === 0) return count;
      // As soon as one is done there is room for the next.
      await (begun === 0 ? Promise.all(running.values()) : Promise.race(running.values()));
    }
    return count;
  }

  /** One at a time, so that whoever finds nothing to claim knows of what another has just claimed. */
  function beginDue(): Promise<number> {
    const mine = turn.then(async () => {
      const jobs = await claim();
      for (const job of jobs)
        running.set(
          job.id,
          run(job).finally(() => running.delete(job.id)),
        );
      return jobs.length;
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function scheduleSweeps(): Promise<void> {
    for (const name of unscheduled) {
      await scheduleSweep(prisma, name, clock.now());
      unscheduled.delete(name);
    }
  }

  async function claim(): Promise<Job[]> {
    const free = CONCURRENCY - running.size;
    if (free <= 0) return [];
    const kinds = [...Object.keys(handlers), ...sweeps.keys()];
    return claimJobs(prisma, { kinds, now: clock.now(), lease, limit: free });
  }

  async function run(job: Job): Promise<void> {
    const sweep = sweeps.get(job.kind);
    try {
      await (sweep ? sweep.handler() : handlers[job.kind]?.(job.payload as never));
      if (sweep) await rescheduleJob(prisma, job, { runAt: later(clock.now(), sweep.interval), attempts: 0 });
      else await finishJob(prisma, job);
    } catch (error) {
      log.error({ err: error, job: job.id, kind: job.kind, attempt: job.attempts }, 'A job failed.');
      await tryLater(job, sweep, error).catch((cause) =>
        log.error({ err: cause, job: job.id }, 'A job was left to its lease.'),
      );
    }
  }

  function tryLater(job: Job, sweep: Sweep | undefined, error: unknown): Promise<void> {
    const now = clock.now();
    const lastError = error instanceof Error ? error.message : String(error);
    const gaveUp = !sweep && job.attempts >= ATTEMPTS;
    const wait = Math.min(pauseAfter(job.attempts), sweep?.interval ?? Number.POSITIVE_INFINITY);
    return rescheduleJob(prisma, job, { runAt: later(now, wait), lastError, failedAt: gaveUp ? now : null });
  }

  async function handOn(ids: string[]): Promise<void> {
    await handOnJobs(prisma, ids).catch((error) =>
      log.error({ err: error }, 'Jobs were left to their leases.'),
    );
  }

  /** Holds on to work that takes longer than a lease. */
  function keep(): void {
    if (running.size === 0) return;
    keepJobs(prisma, [...running.keys()], lease).catch((error) =>
      log.warn({ err: error }, 'Leases were not renewed.'),
    );
  }

  return {
    wake,
    every(name, interval, handler) {
      sweeps.set(name, { interval, handler });
      unscheduled.add(name);
    },
    runDue,
    start,
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      const ended = Promise.all([working, ...running.values()]);
      await Promise.race([ended, pause(patience, undefined, { ref: false })]);
      if (running.size > 0) await handOn([...running.keys()]);
    },
  };
}

/** 10 s, 20 s, 40 s … at most half an hour. */
function pauseAfter(attempts: number): number {
  return Math.min(seconds(10) * 2 ** (attempts - 1), minutes(30));
}
