import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildSchema, type ExecutionArgs, execute, type GraphQLError, parse, validate } from 'graphql';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { days, MovableClock } from './clock.ts';
import { CodedError, unauthenticated } from './errors.ts';
import { createLog } from './log.ts';
import { createSubscriptions, type Following, type Subscriptions } from './subscribe.ts';
import { createSockets, type Sockets } from './ws.ts';

const log = createLog('silent');
const OURS = 'http://ours.test';

const schema = buildSchema(`
  type Query { me: String!, large(bytes: Int!): String! }
  type Mutation { say(text: String!): String! }
  type Subscription { count(to: Int!): Int!, forever: Int!, flood: String!, tooSlow: Int!, broken: Int! }
`);

type Context = { personId: string } & Partial<Following>;

/** How many sources wait for something that never comes. */
let waiting = 0;
/** How many large results were made. */
let flooded = 0;

const rootValue = {
  me: (_args: unknown, { personId }: Context) => personId,
  large: ({ bytes }: { bytes: number }) => 'x'.repeat(bytes),
  say: ({ text }: { text: string }) => text,
  async *count({ to }: { to: number }) {
    for (let count = 1; count <= to; count++) yield { count };
  },
  async *forever(_args: unknown, { signal }: Context) {
    waiting++;
    await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    waiting--;
    yield { forever: 1 };
  },
  async *flood() {
    for (flooded = 0; ; flooded++) {
      yield { flood: 'x'.repeat(50_000) };
      await nextTurn();
    }
  },
  async *tooSlow() {
    yield { tooSlow: 1 };
    throw new CodedError('SLOW_FOLLOWER', 'Too slow.');
  },
  async *broken() {
    yield { broken: 1 };
    throw new Error('secret detail');
  },
};

describe('a socket', () => {
  let clock: MovableClock;
  let http: Server;
  let sockets: Sockets;
  let subscriptions: Subscriptions;
  let url: string;
  let mayAsk: boolean;

  beforeEach(() => start());
  afterEach(() => stop());

  async function start(initTimeout?: number): Promise<void> {
    clock = new MovableClock();
    mayAsk = true;
    subscriptions = createSubscriptions<Context>({
      freshContext: async (context) => context,
      credentialOf: () => null,
      forget: () => undefined,
      mask: (error) => error as GraphQLError,
      clock,
    });
    sockets = createSockets({
      path: '/graphql',
      addressOf: ({ socket }) => socket.remoteAddress ?? '',
      originAllowed: (origin) => origin === OURS,
      clock,
      log,
      initTimeout,
      limits: { perPerson: 3, strangersPerAddress: 5, total: 8 },
      async authenticate({ authorization, cookies, request }) {
        const name = authorization?.replace('Bearer ', '') ?? (cookies ? request.headers.cookie : undefined);
        if (!name || name === 'nobody') return null;
        return {
          personId: name,
          credentialId: `credential of ${name}`,
          expiresAt: new Date(clock.now().getTime() + days(1)),
        };
      },
      async prepare({ personId }, { query, variables, operationName }) {
        if (!mayAsk) throw unauthenticated();
        try {
          const document = parse(query);
          const errors = validate(schema, document);
          if (errors.length > 0) return errors;
          const args: ExecutionArgs = {
            schema,
            document,
            rootValue,
            operationName,
            variableValues: variables,
            contextValue: { personId },
          };
          return { args, execute, subscribe: subscriptions.subscribe };
        } catch (error) {
          return [error as GraphQLError];
        }
      },
    });
    http = createServer();
    sockets.attach(http);
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`;
  }

  async function stop(): Promise<void> {
    await sockets.close();
    subscriptions.close();
    http.closeAllConnections();
    http.close();
  }

  const connect = (options?: ConstructorParameters<typeof WebSocket>[2]) =>
    new Raw(new WebSocket(url, 'graphql-transport-ws', options));

  async function connectAs(name: string): Promise<Raw> {
    const raw = connect();
    await raw.opened();
    raw.say({ type: 'connection_init', payload: { authorization: `Bearer ${name}` } });
    expect(await raw.next()).toEqual({ type: 'connection_ack' });
    return raw;
  }

  describe('speaks graphql-transport-ws', () => {
    it('with the client of graphql-ws', async () => {
      const client = createClient({
        url,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: 'Bearer ada' },
        retryAttempts: 0,
      });
      const counts: unknown[] = [];
      for await (const { data } of client.iterate({ query: 'subscription { count(to: 3) }' }))
        counts.push(data);
      expect(counts).toEqual([{ count: 1 }, { count: 2 }, { count: 3 }]);
      await client.dispose();
    });

    it('for queries and mutations', async () => {
      const raw = await connectAs('ada');
      raw.subscribe('1', '{ me }');
      expect(await raw.next()).toEqual({ id: '1', type: 'next', payload: { data: { me: 'ada' } } });
      expect(await raw.next()).toEqual({ id: '1', type: 'complete' });
      raw.subscribe('2', 'mutation ($text: String!) { say(text: $text) }', { text: 'hello "you"' });
      expect(await raw.next()).toMatchObject({ id: '2', payload: { data: { say: 'hello "you"' } } });
    });

    it('answers a ping', async () => {
      const raw = await connectAs('ada');
      raw.say({ type: 'ping', payload: { n: 1 } });
      expect(await raw.next()).toEqual({ type: 'pong', payload: { n: 1 } });
    });

    it('waits for a client that does not read, and serves the others', async () => {
      const [slow, quick] = [await connectAs('ada'), await connectAs('ben')];
      slow.socket.pause();
      slow.subscribe('1', 'subscription { flood }');
      let before = -1;
      for (let n = 0; flooded !== before; n++) {
        before = flooded;
        for (let turn = 0; turn < 20; turn++) {
          quick.subscribe(`${n} ${turn}`, '{ me }');
          await quick.until(({ type }) => type === 'complete');
        }
      }
      expect(flooded).toBeLessThan(400);
      slow.socket.resume();
      while (slow.frames.length < before + 10) await slow.next();
      slow.socket.terminate();
    });

    it('does not read what is said by a client that does not read', async () => {
      const raw = await connectAs('ada');
      raw.socket.pause();
      const text = 'x'.repeat(100_000);
      let sent = 0;
      // As long as the server reads, the system takes what is written.
      while (raw.socket.bufferedAmount < 1_000_000 && sent < 10_000) {
        raw.say({ type: 'ping', payload: { text } });
        sent++;
        await nextTurn();
      }
      expect(sent).toBeLessThan(10_000);
      raw.socket.resume();
      while (raw.frames.length <= sent) await raw.next();
    });

    it('refuses an operation of somebody who may ask no more', async () => {
      const raw = await connectAs('ada');
      mayAsk = false;
      raw.subscribe('1', '{ me }');
      expect(await raw.next()).toMatchObject({
        type: 'error',
        payload: [{ extensions: { code: 'UNAUTHENTICATED' } }],
      });
    });

    it('tells what is wrong with an operation, and goes on', async () => {
      const raw = await connectAs('ada');
      raw.subscribe('1', '{ nothing }');
      expect(await raw.next()).toMatchObject({ id: '1', type: 'error', payload: [{ message: /nothing/ }] });
      raw.subscribe('1', '{ me');
      expect(await raw.next()).toMatchObject({
        id: '1',
        type: 'error',
        payload: [{ message: /Syntax Error/ }],
      });
      raw.subscribe('1', '{ me }');
      expect(await raw.next()).toMatchObject({ payload: { data: { me: 'ada' } } });
    });

    it('frees what a subscription waits for when it is completed', async () => {
      const raw = await connectAs('ada');
      raw.subscribe('1', 'subscription { forever }');
      raw.subscribe('2', '{ me }');
      await raw.next();
      expect(waiting).toBe(1);
      raw.say({ type: 'complete', id: '1' });
      raw.subscribe('3', '{ me }');
      await raw.until(({ id }) => id === '3');
      expect([waiting, subscriptions.count()]).toEqual([0, 0]);
    });

    it('lets an id be used anew as soon as it is completed', async () => {
      const raw = await connectAs('ada');
      raw.subscribe('1', 'subscription { forever }');
      raw.say({ type: 'complete', id: '1' });
      raw.subscribe('1', 'subscription { count(to: 3) }');
      await raw.until(({ type }) => type === 'complete');
      expect(raw.frames.slice(1)).toEqual([
        { id: '1', type: 'next', payload: { data: { count: 1 } } },
        { id: '1', type: 'next', payload: { data: { count: 2 } } },
        { id: '1', type: 'next', payload: { data: { count: 3 } } },
        { id: '1', type: 'complete' },
      ]);
      expect([waiting, subscriptions.count()]).toEqual([0, 0]);
    });

    it('frees what its subscriptions wait for when it closes', async () => {
      const raw = await connectAs('ada');
      raw.subscribe('1', 'subscription { forever }');
      raw.subscribe('2', '{ me }');
      await raw.next();
      raw.socket.terminate();
      await raw.closed;
      await connectAs('ada');
      expect([waiting, subscriptions.count(), sockets.count()]).toEqual([0, 0, 1]);
    });
  });

  describe('closes with', () => {
    const garbage: Record<string, string | Buffer> = {
      'no JSON': '{',
      'a list': '[]',
      null: 'null',
      'an unknown type': '{"type":"hello"}',
      'no id': '{"type":"subscribe","payload":{"query":"{ me }"}}',
      'an endless id': JSON.stringify({
        type: 'subscribe',
        id: 'x'.repeat(500),
        payload: { query: '{ me }' },
      }),
      'no query': '{"type":"subscribe","id":"1","payload":{}}',
      'variables that are a list':
        '{"type":"subscribe","id":"1","payload":{"query":"{ me }","variables":[]}}',
      'a payload that is text': '{"type":"connection_init","payload":"x"}',
      'binary data': Buffer.from('{"type":"ping"}'),
    };
    it.each(Object.entries(garbage))('4400 after %s', async (_name, data) => {
      const raw = connect();
      await raw.opened();
      raw.socket.send(data);
      expect(await raw.closed).toBe(4400);
    });

    it('4401 when an operation comes before the greeting', async () => {
      const raw = connect();
      await raw.opened();
      raw.subscribe('1', '{ me }');
      expect(await raw.closed).toBe(4401);
    });

    it.each([{ authorization: 'Bearer nobody' }, { authorization: 7 }, {}])(
      '4401 for %j',
      async (payload) => {
        const raw = connect();
        await raw.opened();
        raw.say({ type: 'connection_init', payload });
        expect(await raw.closed).toBe(4401);
      },
    );

    it('4406 without the protocol', async () => {
      expect(await new Raw(new WebSocket(url)).closed).toBe(4406);
    });

    it('4408 when nobody greets', async () => {
      await stop();
      await start(50);
      expect(await connect().closed).toBe(4408);
    });

    it('4409 when an id is used twice at once', async () => {
      const raw = await connectAs('ada');
      raw.subscribe('1', 'subscription { forever }');
      raw.subscribe('1', '{ me }');
      expect(await raw.closed).toBe(4409);
    });

    it('4429 after a second greeting', async () => {
      const raw = await connectAs('ada');
      raw.say({ type: 'connection_init' });
      expect(await raw.closed).toBe(4429);
    });

    it('1009 after more than 256 kB', async () => {
      const raw = await connectAs('ada');
      raw.say({ type: 'ping', payload: { text: 'x'.repeat(300_000) } });
      expect(await raw.closed).toBe(1009);
    });

    it('1013, to resume, when a follower is too slow', async () => {
      const raw = await connectAs('ada');
      raw.subscribe('1', 'subscription { tooSlow }');
      expect(await raw.closed).toBe(1013);
      expect(raw.frames.at(-1)).toMatchObject({
        payload: { errors: [{ extensions: { code: 'SLOW_FOLLOWER' } }] },
      });
    });

    it('1013, without a word on why, when a source breaks', async () => {
      const raw = await connectAs('ada');
      raw.subscribe('1', 'subscription { broken }');
      expect(await raw.closed).toBe(1013);
      expect(JSON.stringify(raw.frames)).not.toContain('secret');
    });

    it('1012 when the server drains', async () => {
      const raw = await connectAs('ada');
      await sockets.close();
      expect(await raw.closed).toBe(1012);
      expect(await connect().refused()).toBe(503);
    });

    it('4401 when its credential ends, and only then', async () => {
      const [ada, ben] = [await connectAs('ada'), await connectAs('ben')];
      sockets.endCredentials(['credential of ada']);
      expect(await ada.closed).toBe(4401);
      ben.subscribe('1', '{ me }');
      expect(await ben.next()).toMatchObject({ payload: { data: { me: 'ben' } } });
    });

    it('4401 when its credential expires', async () => {
      const raw = await connectAs('ada');
      clock.advance(days(1));
      expect(await raw.closed).toBe(4401);
    });
  });

  describe('lets in', () => {
    it('a page of ours with its cookies', async () => {
      const raw = connect({ origin: OURS, headers: { cookie: 'ada' } });
      await raw.opened();
      raw.say({ type: 'connection_init' });
      expect(await raw.next()).toEqual({ type: 'connection_ack' });
    });

    it('no page of somebody else', async () => {
      expect(await connect({ origin: 'http://other.test', headers: { cookie: 'ada' } }).refused()).toBe(403);
    });

    it('no cookies without an origin', async () => {
      const raw = connect({ headers: { cookie: 'ada' } });
      await raw.opened();
      raw.say({ type: 'connection_init' });
      expect(await raw.closed).toBe(4401);
    });

    it('nobody at another path', async () => {
      expect(await new Raw(new WebSocket(`${url}/other`, 'graphql-transport-ws')).refused()).toBe(404);
    });

    it('so many sockets of one person, and more when one has closed', async () => {
      const [first] = [await connectAs('ada'), await connectAs('ada'), await connectAs('ada')];
      const fourth = connect();
      await fourth.opened();
      fourth.say({ type: 'connection_init', payload: { authorization: 'Bearer ada' } });
      expect(await fourth.closed).toBe(1013);
      first?.socket.close();
      await first?.closed;
      await connectAs('ada');
    });

    it('so many strangers from one address', async () => {
      const strangers = Array.from({ length: 5 }, () => connect());
      await Promise.all(strangers.map((stranger) => stranger.opened()));
      expect(await connect().refused()).toBe(429);
    });

    it('a hundred operations at once and no more', async () => {
      const raw = await connectAs('ada');
      for (let n = 1; n <= 101; n++) raw.subscribe(String(n), 'subscription { forever }');
      expect(await raw.next()).toMatchObject({
        id: '101',
        type: 'error',
        payload: [{ extensions: { code: 'RATE_LIMITED' } }],
      });
    });
  });
});

/** A client that says whatever it is told to. */
class Raw {
  readonly socket: WebSocket;
  readonly frames: Record<string, unknown>[] = [];
  /** The code it was closed with. */
  readonly closed: Promise<number>;
  #read = 0;
  #arrived: () => void = () => undefined;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      this.frames.push(JSON.parse(String(data)));
      this.#arrived();
    });
    this.closed = new Promise((resolve) => socket.on('close', resolve));
  }

  async opened(): Promise<void> {
    await once(this.socket, 'open');
  }

  /** The HTTP status it was refused with. */
  async refused(): Promise<number> {
    const [, response] = await once(this.socket, 'unexpected-response');
    return response.statusCode;
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables?: Record<string, unknown>): void {
    this.say({ type: 'subscribe', id, payload: { query, variables } });
  }

  async next(): Promise<Record<string, unknown>> {
    while (this.#read >= this.frames.length) {
      const arrived = new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
      const code = await Promise.race([arrived, this.closed]);
      if (code) throw new Error(`closed with ${code}`);
    }
    return this.frames[this.#read++] ?? {};
  }

  async until(wanted: (frame: Record<string, unknown>) => boolean): Promise<void> {
    while (!wanted(await this.next()));
  }
}
