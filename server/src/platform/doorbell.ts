import type { Config } from './config.ts';
import type { Database } from './database.ts';
import { createPostgresDoorbell } from './doorbellPostgres.ts';
import { createRedisDoorbell } from './doorbellRedis.ts';
import { Listeners } from './listeners.ts';
import type { Log } from './log.ts';

/**
 * Tells every process that streams have moved. The table is the truth: a lost ring costs time, never an event.
 * `broadcast` carries small, lossy things (presence, ended credentials) beside it. Listeners of the process that rings
 * hear at once, and once.
 */
export type Doorbell = {
  /** Rings for streams that have just been committed; for other processes gathered over a few milliseconds. */
  ring(streamIds: string[]): void;
  onRing(listener: (streamIds: string[]) => void): () => void;
  /** Sends a message of at most 6 kB of JSON to every process, this one too. May be lost. */
  broadcast(message: Message): void;
  onMessage(listener: (message: Message) => void): () => void;
  /** The bell may have been deaf for a while: look at every followed stream. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
};

export type Message = { topic: string; [key: string]: unknown };

/** Redis when it is named, otherwise PostgreSQL, otherwise this process alone. Resolves when it hears. */
export async function createDoorbell(
  { redisUrl }: Pick<Config, 'redisUrl'>,
  { databaseUrl, pool }: Pick<Database, 'databaseUrl' | 'pool'>,
  log: Log,
): Promise<Doorbell> {
  if (redisUrl) return createRedisDoorbell({ url: redisUrl, prefix: await databaseName(pool), log });
  if (databaseUrl) return createPostgresDoorbell({ url: databaseUrl, log });
  return createLocalDoorbell(log);
}

/** Several Belays, each with a database of its own, can share one Redis. */
async function databaseName(pool: Database['pool']): Promise<string> {
  const { rows } = await pool.query('SELECT current_database() AS name');
  return `belay:${rows[0].name}`;
}

/** For one process: rings at once. */
export function createLocalDoorbell(log: Log): Doorbell {
  const rings = new Listeners<string[]>(log);
  const messages = new Listeners<Message>(log);
  const gaps = new Listeners<void>(log);
  return {
    ring: (streamIds) => rings.emit(streamIds),
    onRing: (listener) => rings.add(listener),
    broadcast: (message) => messages.emit(message),
    onMessage: (listener) => messages.add(listener),
    onGap: (listener) => gaps.add(listener),
    close: async () => undefined,
  };
}
