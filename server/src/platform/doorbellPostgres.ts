import pg from 'pg';
import type { Doorbell } from './doorbell.ts';
import { createRemoteDoorbell, type Wire, type WireEvents } from './doorbellRemote.ts';
import type { Log } from './log.ts';

type Options = {
  /** Must lead to PostgreSQL itself: a pooler in transaction mode breaks LISTEN. */
  url: string;
  log: Log;
};

const CHANNEL = 'belay';
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 5000;
/** A connection that does not answer for so many milliseconds is dead, even if nobody closed it. */
const PATIENCE = 5000;
const LOOK_AFTER = 10_000;

/** Rings by LISTEN and NOTIFY, over one connection of its own. */
export function createPostgresDoorbell({ url, log }: Options): Promise<Doorbell> {
  return createRemoteDoorbell(log, async (events) => {
    const wire = new PostgresWire(url, log, events);
    await wire.open();
    return wire;
  });
}

class PostgresWire implements Wire {
  readonly #url: string;
  readonly #log: Log;
  readonly #events: WireEvents;
  #beat: NodeJS.Timeout | null = null;
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #pause = SHORTEST_PAUSE;
  #closed = false;

  constructor(url: string, log: Log, events: WireEvents) {
    this.#url = url;
    this.#log = log;
    this.#events = events;
  }

  /** Listens; rejects when the database cannot be reached. */
  async open(): Promise<void> {
    await this.#connect();
    this.#beat = setInterval(() => this.#lookAfter(), LOOK_AFTER).unref();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'belay doorbell',
      keepAlive: true,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    });
    client.on('notification', ({ payload }) => payload && this.#events.heard(payload));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      if (this.#closed) throw new Error('The doorbell was closed.');
    } catch (error) {
      client.end().catch(() => undefined);
      throw error;
    }
    this.#client = client;
    this.#pause = SHORTEST_PAUSE;
  }

  async send(payloads: readonly string[]): Promise<void> {
    if (!this.#client) throw new Error('The connection is away.');
    await this.#query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [
      CHANNEL,
      payloads,
    ]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#beat) clearInterval(this.#beat);
    if (this.#retry) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  /** One after the other: a connection runs one query at a time. */
  #query(sql: string, values: unknown[] = []): Promise<unknown> {
    const client = this.#client;
    const answer = this.#turn.then(() => client?.query(sql, values));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  #lookAfter(): void {
    const client = this.#client;
    if (client) this.#query('SELECT 1').catch(() => this.#lost(client));
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    client.end().catch(() => undefined);
    if (this.#closed) return;
    this.#log.warn('The connection of the doorbell was lost; connecting again.');
    this.#reconnect();
  }

  #reconnect(): void {
    this.#retry = setTimeout(
      async () => {
        try {
          await this.#connect();
          this.#events.reconnected();
        } catch {
          if (!this.#closed) this.#reconnect();
        }
      },
      this.#pause * (0.5 + Math.random()),
    ).unref();
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
  }
}
