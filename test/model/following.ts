import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Event } from './fold.ts';

/** Where the server is, and when. */
export type Place = { url: string; up: Promise<void> };

type Options = {
  place: Place;
  token: string | null;
  query: string;
  variables?: Record<string, unknown>;
  onEvent(event: Event): void;
};

/** The closes after which one comes back: no close frame at all, a restart, "come back", and a cut of our own. */
const COME_BACK = [1006, 1012, 1013, 4499];

/**
 * Follows a stream from its beginning through every cut and restart, resuming with the last number it saw. Fails when
 * a number is missing or comes twice.
 */
export class Following {
  seq = 0;
  /** How often it resumed. */
  resumed = -1;
  readonly #options: Options;
  #client: Client | null = null;
  #stopped = false;
  #changed = Promise.withResolvers<void>();
  readonly #ended: Promise<void>;

  constructor(options: Options) {
    this.#options = options;
    this.#ended = this.#follow();
    // Whoever waits for a number learns of it; nobody else need.
    this.#ended.catch(() => undefined);
  }

  /** Breaks its socket without a word. */
  cut(): void {
    this.#client?.terminate();
  }

  /** Settles when it has seen that number. */
  async reach(seq: number): Promise<void> {
    while (this.seq < seq) await Promise.race([this.#changed.promise, this.#ended]);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#client?.dispose();
    await this.#ended;
  }

  async #follow(): Promise<void> {
    while (!this.#stopped) {
      await this.#options.place.up;
      this.resumed += 1;
      await this.#once().catch((error) => {
        if (!COME_BACK.includes(error?.code) && !isRefused(error)) throw error;
      });
    }
  }

  async #once(): Promise<void> {
    const { place, token, query, variables } = this.#options;
    this.#client = createClient({
      url: `${place.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    for await (const { data, errors } of this.#client.iterate<Record<string, Event>>({
      query,
      variables: { ...variables, after: this.seq },
    })) {
      const event = Object.values(data ?? {})[0];
      if (errors || !event) throw new Error(`followed to ${this.seq}, then ${JSON.stringify(errors)}`);
      this.#take(event);
    }
  }

  #take(event: Event): void {
    if (event.seq !== this.seq + 1) throw new Error(`after ${this.seq} came ${event.seq}`);
    this.seq = event.seq;
    this.#options.onEvent(event);
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}

/** The server was killed between its word that it is up and our knock. */
const isRefused = (error: unknown) => String((error as Error)?.message).includes('ECONNREFUSED');
