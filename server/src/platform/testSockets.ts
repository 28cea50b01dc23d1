import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildSchema, type ExecutionArgs, execute, type GraphQLError, parse, validate } from 'graphql';
import { WebSocket } from 'ws';
import { days, later, MovableClock } from './clock.ts';
import { CodedError, unauthenticated } from './errors.ts';
import { createLog } from './log.ts';
import { createSubscriptions, type Following } from './subscribe.ts';
import { RawSocket } from './testRawSocket.ts';
import { createSockets } from './ws.ts';
import type { OperationRequest } from './wsMessages.ts';
import type { Prepared } from './wsOperations.ts';

/** The origin of pages that may use cookies. */
export const OURS = 'http://ours.test';

const schema = buildSchema(`
  type Query { me: String!, large(bytes: Int!): String! }
  type Mutation { say(text: String!): String! }
  type Subscription { count(to: Int!): Int!, forever: Int!, flood: String!, tooSlow: Int!, broken: Int! }
`);

type Context = { personId: string } & Partial<Following>;

/** What the sources of subscriptions have done so far. */
export const sources = {
  /** How many wait for something that never comes. */
  waiting: 0,
  /** How many large results were made. */
  flooded: 0,
};

const rootValue = {
  me: (_args: unknown, { personId }: Context) => personId,
  large: ({ bytes }: { bytes: number }) => 'x'.repeat(bytes),
  say: ({ text }: { text: string }) => text,
  async *count({ to }: { to: number }) {
    for (let count = 1; count <= to; count++) yield { count };
  },
  async *forever(_args: unknown, { signal }: Context) {
    sources.waiting++;
    await new Promise((resolve) => signal?.addEventListener('abort', resolve));
    sources.waiting--;
    yield { forever: 1 };
  },
  async *flood() {
    for (sources.flooded = 0; ; sources.flooded++) {
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

export type ServedSockets = Awaited<ReturnType<typeof serveSockets>>;

/** Serves a small schema on sockets alone. Whoever brings a name as token, or as cookie, is let in by it. */
export async function serveSockets({
  initTimeout,
  pingEvery,
}: {
  initTimeout?: number;
  pingEvery?: number;
} = {}) {
  const clock = new MovableClock();
  const rules = { mayAsk: true, mayFollow: true };
  const subscriptions = createSubscriptions<Context>({
    async freshContext(context) {
      if (!rules.mayFollow) throw unauthenticated();
      return context;
    },
    credentialOf: () => null,
    forget: () => undefined,
    mask: (error) => error as GraphQLError,
    clock,
  });

  async function prepare(
    personId: string,
    { query, variables, operationName }: OperationRequest,
  ): Promise<Prepared | readonly GraphQLError[]> {
    if (!rules.mayAsk) throw unauthenticated();
    const document = parse(query);
    const errors = validate(schema, document);
    if (errors.length > 0) return errors;
    const contextValue: Context = { personId };
    const args: ExecutionArgs = {
      schema,
      document,
      rootValue,
      operationName,
      variableValues: variables,
      contextValue,
    };
    return { args, execute, subscribe: subscriptions.subscribe };
  }

  const sockets = createSockets({
    path: '/graphql',
    addressOf: ({ socket }) => socket.remoteAddress ?? '',
    originAllowed: (origin) => origin === OURS,
    clock,
    log: createLog('silent'),
    initTimeout,
    pingEvery,
    limits: { perPerson: 3, strangersPerAddress: 5, total: 8 },
    async authenticate({ authorization, cookies, request }) {
      const name = authorization?.replace('Bearer ', '') ?? (cookies ? request.headers.cookie : undefined);
      if (!name || name === 'nobody') return null;
      return {
        personId: name,
        credentialId: `credential of ${name}`,
        expiresAt: later(clock.now(), days(1)),
      };
    },
    prepare: ({ personId }, request) => prepare(personId, request),
  });
  const http = createServer();
  sockets.attach(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const url = `ws://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`;

  const connect = (options?: ConstructorParameters<typeof WebSocket>[2]) =>
    new RawSocket(new WebSocket(url, 'graphql-transport-ws', options));

  return {
    url,
    clock,
    sockets,
    subscriptions,
    rules,
    connect,
    /** A socket that was let in as this person. */
    async connectAs(name: string): Promise<RawSocket> {
      const raw = connect();
      await raw.opened();
      raw.say({ type: 'connection_init', payload: { authorization: `Bearer ${name}` } });
      const { type } = await raw.next();
      if (type !== 'connection_ack') throw new Error(`${name} got ${type}`);
      return raw;
    },
    async close(): Promise<void> {
      await sockets.close();
      subscriptions.close();
      http.closeAllConnections();
      http.close();
    },
  };
}
