import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Redis } from 'ioredis';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalDoorbell, type Doorbell, type Message } from './doorbell.ts';
import { createPostgresDoorbell } from './doorbellPostgres.ts';
import { createRedisDoorbell } from './doorbellRedis.ts';
import { createLog } from './log.ts';
import { createTestDatabase, testDatabaseKind, testRedisUrl } from './testDatabase.ts';

const log = createLog('silent');

/** Two processes that share a bell, and what can happen to the connections between them. */
type Pair = {
  here: Doorbell;
  there: Doorbell;
  /** Cuts every connection of both. */
  cut(): Promise<void>;
  /** Says anything on the wire. */
  say(payload: string): Promise<void>;
  drop(): Promise<void>;
};

const pairs: Record<string, () => Promise<Pair>> =
  testDatabaseKind === 'embedded' ? { local: localPair } : { postgres: postgresPair };
if (testRedisUrl) pairs.redis = redisPair;

describe.each(Object.entries(pairs))('the %s doorbell', (name, createPair) => {
  let pair: Pair;

  beforeEach(async () => {
    pair = await createPair();
  });

  afterEach(async () => {
    await pair.here.close();
    await pair.there.close();
    await pair.drop();
  });

  it('is heard in every process, and at once in the one that rings', async () => {
    const heard = new Heard(pair.there);
    const own = new Heard(pair.here);
    pair.here.ring(['a', 'b']);
    expect(own.rings).toEqual(['a', 'b']);
    await heard.until(() => heard.rings.length >= 2);
    expect(heard.rings).toEqual(['a', 'b']);
  });

  it('is heard once in the process that rings', async () => {
    const own = new Heard(pair.here);
    pair.there.onMessage(({ topic }) => topic === 'ping' && pair.there.broadcast({ topic: 'pong' }));
    pair.here.ring(['a']);
    pair.here.broadcast({ topic: 'ping' });
    await own.until(() => own.topics.includes('pong'));
    expect(own.rings).toEqual(['a']);
    expect(own.topics.filter((topic) => topic === 'ping')).toHaveLength(1);
  });

  it('tells of five thousand streams that moved at once', async () => {
    const heard = new Heard(pair.there);
    const streamIds = Array.from({ length: 5000 }, () => randomUUID());
    pair.here.ring(streamIds);
    await heard.until(() => heard.rings.length >= 5000);
    expect(new Set(heard.rings)).toEqual(new Set(streamIds));
  });

  it('gathers what is rung in quick succession', async () => {
    const heard = new Heard(pair.there);
    let times = 0;
    pair.there.onRing(() => times++);
    for (let n = 0; n < 500; n++) {
      pair.here.ring([String(n)]);
      if (n % 50 === 0) await nextTurn();
    }
    await heard.until(() => heard.rings.length >= 500);
    expect(heard.rings).toEqual(Array.from({ length: 500 }, (_, n) => String(n)));
    if (name !== 'local') expect(times).toBeLessThan(100);
  });

  it('carries messages to every process, in order', async () => {
    const heard = new Heard(pair.there);
    const own = new Heard(pair.here);
    const messages = Array.from({ length: 50 }, (_, n) => ({ topic: 'note', n, text: 'é'.repeat(2500) }));
    for (const message of messages) pair.here.broadcast(message);
    await heard.until(() => heard.messages.length >= 50);
    expect(heard.messages).toEqual(messages);
    expect(own.messages).toEqual(messages);
  });

  it('goes on after a message that is too large', async () => {
    const heard = new Heard(pair.there);
    pair.here.broadcast({ topic: 'large', text: 'x'.repeat(20_000) });
    pair.here.broadcast({ topic: 'small' });
    await heard.until(() => heard.topics.includes('small'));
  });

  it('is heard by the others when one listener throws', () => {
    const heard = new Heard(pair.here, () => {
      throw new Error('deaf');
    });
    const other = new Heard(pair.here);
    pair.here.ring(['a']);
    expect(heard.rings).toEqual([]);
    expect(other.rings).toEqual(['a']);
  });

  it('is not heard by who stopped listening', () => {
    const rings: string[] = [];
    const stop = pair.here.onRing((streamIds) => rings.push(...streamIds));
    stop();
    pair.here.ring(['a']);
    expect(rings).toEqual([]);
  });

  if (name === 'local') return;

  it('is not broken by what others say on its wire', async () => {
    const heard = new Heard(pair.there);
    for (const garbage of ['', 'null', '[]', '{', '{"from":1}', '{"from":"x","rings":7}'])
      await pair.say(garbage);
    pair.here.ring(['after']);
    await heard.until(() => heard.rings.length > 0);
    expect(heard.rings).toEqual(['after']);
  });

  it('tells of a gap after its connection was cut, and rings again', async () => {
    const heard = new Heard(pair.there);
    const own = new Heard(pair.here);
    await pair.cut();
    pair.here.ring(['while away']);
    await Promise.all([heard.until(() => heard.gaps > 0), own.until(() => own.gaps > 0)]);
    pair.here.ring(['after']);
    await heard.until(() => heard.rings.includes('after'));
    expect(own.rings).toEqual(['while away', 'after']);
  });
});

/** What was heard since it began to listen. */
class Heard {
  readonly rings: string[] = [];
  readonly messages: Message[] = [];
  gaps = 0;
  readonly #wanted = new Set<() => void>();

  constructor(doorbell: Doorbell, first: () => void = () => undefined) {
    const note = (what: () => void) => {
      first();
      what();
      for (const check of this.#wanted) check();
    };
    doorbell.onRing((streamIds) => note(() => this.rings.push(...streamIds)));
    doorbell.onMessage((message) => note(() => this.messages.push(message)));
    doorbell.onGap(() => note(() => this.gaps++));
  }

  get topics(): string[] {
    return this.messages.map(({ topic }) => topic);
  }

  until(happened: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (happened()) resolve();
      };
      this.#wanted.add(check);
      check();
    });
  }
}

async function localPair(): Promise<Pair> {
  const doorbell = createLocalDoorbell(log);
  return {
    here: doorbell,
    there: doorbell,
    cut: async () => undefined,
    say: async () => undefined,
    drop: async () => undefined,
  };
}

async function postgresPair(): Promise<Pair> {
  const { config, drop } = await createTestDatabase('postgres');
  if (config.kind !== 'postgres') throw new Error('not PostgreSQL');
  const { url } = config;
  const stranger = new pg.Client({ connectionString: url });
  await stranger.connect();
  return {
    here: await createPostgresDoorbell({ url, log }),
    there: await createPostgresDoorbell({ url, log }),
    async say(payload) {
      await stranger.query('SELECT pg_notify($1, $2)', ['belay', payload]);
    },
    async cut() {
      await stranger.query(`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name = 'belay doorbell'`);
    },
    async drop() {
      await stranger.end();
      await drop();
    },
  };
}

async function redisPair(): Promise<Pair> {
  const url = testRedisUrl ?? '';
  const prefix = `test:${randomUUID()}`;
  const stranger = new Redis(url);
  return {
    here: await createRedisDoorbell({ url, prefix, log }),
    there: await createRedisDoorbell({ url, prefix, log }),
    async say(payload) {
      await stranger.publish(`${prefix}:doorbell`, payload);
    },
    async cut() {
      const clients = String(await stranger.client('LIST')).split('\n');
      for (const client of clients.filter((line) => line.includes(`name=${prefix}:`))) {
        await stranger.client('KILL', 'ID', client.match(/id=(\d+)/)?.[1] ?? '');
      }
    },
    drop: async () => stranger.disconnect(),
  };
}
