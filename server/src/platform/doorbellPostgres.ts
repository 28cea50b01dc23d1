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
    await wire.connect();
    return wire;
  });
}

class PostgresWire implements Wire {
  readonly #url: string;
  readonly #log: Log;
  readonly #events: WireEvents;
  readonly #beat: NodeJS.Timeout;
  #client: pg.Client | null = null;
  #retry: NodeJS.Timeout | null = null;
  #pause = SHORTEST_PAUSE;
  #closed = false;

  constructor(url: string, log: Log, events: WireEvents) {
    this.#url = url;
    this.#log = log;
    this.#events = events;
    this.#beat = setInterval(() => void this.#lookAfter(), LOOK_AFTER).unref();
  }

  /** Listens; rejects when the database cannot be reached. */
  async connect(): Promise<void> {
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
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    this.#client = client;
    this.#pause = SHORTEST_PAUSE;
  }

  async send(payload: string): Promise<void> {
    if (!this.#client) throw new Error('The connection is away.');
    await this.#client.query('SELECT pg_notify($1, $2)', [CHANNEL, payload]);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#beat);
    if (this.#retry) clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  async #lookAfter(): Promise<void> {
    const client = this.#client;
    await client?.query('SELECT 1').catch(() => this.#lost(client));
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
          await this.connect();
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
