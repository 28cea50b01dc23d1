import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { PEERS } from './peers.ts';

export type Usage = {
  /** Microseconds of processor time so far, of all threads. */
  cpu: number;
  rss: number;
  /** Bytes of heap and of buffers beside it. */
  used: number;
};

/** A server in a process of its own, on a core of its own where the machine lets us choose. */
export type Server = {
  url: string;
  /** Milliseconds from its spawn until it said that it is ready. */
  tookToStart: number;
  usage(): Promise<Usage>;
  /** As `usage`, after its garbage has been collected. */
  settledUsage(): Promise<Usage>;
  stop(): Promise<void>;
};

/** Microseconds of processor time in half a second that are no work. */
const QUIET = 75_000;
/** Milliseconds it is waited for at most. */
const PATIENCE = 10_000;
const SERVER_CORE = '0';
const OUR_CORE = '1';

/** None outlives the bench, however it ends. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Whether servers run on one core and everything else on another. */
export const pinned = process.platform === 'linux' && availableParallelism() > 1 && canPin();

function canPin(): boolean {
  try {
    execFileSync('taskset', ['-a', '-cp', OUR_CORE, String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Puts processes of the database on the same core as the load, if they are ours to move. */
export function pinBesideLoad(pids: readonly number[]): boolean {
  if (!pinned) return false;
  try {
    for (const pid of pids) execFileSync('taskset', ['-cp', OUR_CORE, String(pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Waits until a server has done what it was asked: subscribing answers nothing. */
export async function untilQuiet(server: Server): Promise<void> {
  let before = await server.usage();
  for (const giveUp = performance.now() + PATIENCE; performance.now() < giveUp; ) {
    await pause(500);
    const now = await server.usage();
    if (now.cpu - before.cpu < QUIET) return;
    before = now;
  }
}

export function startBelay(env: Record<string, string>, flags: string[] = []): Promise<Server> {
  const settings = {
    PORT: '0',
    NODE_ENV: 'production',
    AUTH_SECRET: 'a secret for benches, of no worth to anybody',
    // Nothing listens there: no mail is sent.
    SMTP_URL: 'smtp://127.0.0.1:9',
    LOG_LEVEL: 'error',
  };
  return start([...flags, join(import.meta.dirname, 'server.ts')], { ...settings, ...env });
}

export function startPeer(name: string, env: Record<string, string> = {}): Promise<Server> {
  return start([join(PEERS, `${name}.js`)], { NODE_ENV: 'production', ...env });
}

async function start(script: string[], env: Record<string, string>): Promise<Server> {
  const began = performance.now();
  const node = [
    process.execPath,
    '--expose-gc',
    '--import',
    join(import.meta.dirname, 'probe.js'),
    ...script,
  ];
  const [command = '', ...args] = pinned ? ['taskset', '-c', SERVER_CORE, ...node] : node;
  const child = spawn(command, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const url = await addressOf(child);
  const ask = async (what: 'usage' | 'memory') => {
    child.send(what);
    const [usage] = await once(child, 'message');
    return usage as Usage;
  };
  return {
    url,
    tookToStart: performance.now() - began,
    usage: () => ask('usage'),
    settledUsage: () => ask('memory'),
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('a server without output');
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready at (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('a server ended before it was ready');
}
