import { buildSchema, type ExecutionArgs, type ExecutionResult, type GraphQLError, parse } from 'graphql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hours, later, MovableClock } from './clock.ts';
import { CodedError, notFound, unauthenticated } from './errors.ts';
import { createSubscriptions, type Following, type Subscriptions } from './subscribe.ts';

const schema = buildSchema(`
  type Query { me: String }
  type Part { text: String, broken: String }
  type Happened { n: Int!, seenBy: String!, part: Part }
  type Subscription { happened: Happened!, forbidden: Happened!, failing: Happened!, slow: Happened! }
`);

type Context = { personId: string; time: number } & Partial<Following>;

const DONE = { done: true, value: undefined };

describe('a subscription', () => {
  let clock: MovableClock;
  let subscriptions: Subscriptions;
  let mayRead: boolean;
  let isSignedIn: boolean;
  /** How often the database will be away. */
  let cuts: number;
  /** Lets the source go on. */
  let happen: () => void;
  let freed: number;

  beforeEach(() => {
    clock = new MovableClock();
    [mayRead, isSignedIn, freed, cuts] = [true, true, 0, 0];
    let times = 0;
    const until = later(clock.now(), hours(1));
    subscriptions = createSubscriptions<Context>({
      clock,
      perCredential: 3,
      forget: () => undefined,
      mask: (error) => error as GraphQLError,
      credentialOf: ({ personId }) => ({
        id: `credential of ${personId}`,
        expiresAt: personId === 'ada' ? until : null,
      }),
      async freshContext(context) {
        if (!isSignedIn) throw unauthenticated();
        if (cuts-- > 0) throw new Error('The connection was cut.');
        return { ...context, time: ++times };
      },
    });
  });

  afterEach(() => subscriptions.close());

  const event = (n: number) => ({
    happened(_args: unknown, { personId, time }: Context) {
      if (!mayRead) throw notFound();
      return {
        n,
        seenBy: `${personId} ${time}`,
        part: { text: 'fine', broken: () => Promise.reject(notFound()) },
      };
    },
  });

  const rootValue = {
    /** Happens whenever the test says so. */
    async *happened(_args: unknown, { signal }: Context) {
      try {
        for (let n = 1; !signal?.aborted; n++) {
          await new Promise<void>((resolve) => {
            happen = resolve;
            signal?.addEventListener('abort', () => resolve());
          });
          yield event(n);
        }
      } finally {
        freed++;
      }
    },
    forbidden() {
      throw notFound();
    },
    async *failing() {
      yield* [];
      throw new Error('no luck');
    },
    async *slow() {
      yield* [];
      throw new CodedError('SLOW_FOLLOWER', 'Too slow.');
    },
  };

  const start = (query: string, personId = 'ada') => {
    const args: ExecutionArgs = {
      schema,
      document: parse(query),
      rootValue,
      contextValue: { personId, time: 0 },
    };
    return subscriptions.subscribe(args);
  };

  async function open(query: string, personId?: string): Promise<AsyncIterableIterator<ExecutionResult>> {
    const results = await start(query, personId);
    if (!(Symbol.asyncIterator in results)) throw new Error(JSON.stringify(results));
    return results;
  }

  async function nextAfterEvent(results: AsyncIterableIterator<ExecutionResult>) {
    const next = results.next();
    happen();
    return (await next).value;
  }

  const coded = (code: string) => ({ errors: [{ extensions: { code } }] });

  it('gives each event a context of its own', async () => {
    const results = await open('subscription { happened { n seenBy } }');
    expect(await nextAfterEvent(results)).toEqual({ data: { happened: { n: 1, seenBy: 'ada 1' } } });
    expect(await nextAfterEvent(results)).toEqual({ data: { happened: { n: 2, seenBy: 'ada 2' } } });
  });

  it('shows an event although the database was away for a moment', async () => {
    const results = await open('subscription { happened { n } }');
    cuts = 2;
    expect(await nextAfterEvent(results)).toEqual({ data: { happened: { n: 1 } } });
    expect(await nextAfterEvent(results)).toEqual({ data: { happened: { n: 2 } } });
  });

  it('breaks when the database stays away', async () => {
    const results = await open('subscription { happened { n } }');
    cuts = Number.POSITIVE_INFINITY;
    await expect(nextAfterEvent(results)).rejects.toThrow('The connection was cut.');
    expect([subscriptions.count(), freed]).toEqual([0, 1]);
  });

  it('ends with NOT_FOUND when what it follows may be seen no more', async () => {
    const results = await open('subscription { happened { n } }');
    await nextAfterEvent(results);
    mayRead = false;
    expect(await nextAfterEvent(results)).toMatchObject(coded('NOT_FOUND'));
    expect(await results.next()).toEqual(DONE);
    expect([subscriptions.count(), freed]).toEqual([0, 1]);
  });

  it('ends with UNAUTHENTICATED when nobody is signed in any more', async () => {
    const results = await open('subscription { happened { n } }');
    isSignedIn = false;
    expect(await nextAfterEvent(results)).toMatchObject(coded('UNAUTHENTICATED'));
    expect(await results.next()).toEqual(DONE);
    expect([subscriptions.count(), freed]).toEqual([0, 1]);
  });

  it('goes on when only a part of an event cannot be seen', async () => {
    const results = await open('subscription { happened { part { text broken } } }');
    const expected = { data: { happened: { part: { text: 'fine', broken: null } } }, ...coded('NOT_FOUND') };
    expect(await nextAfterEvent(results)).toMatchObject(expected);
    expect(await nextAfterEvent(results)).toMatchObject(expected);
  });

  it('is refused before it begins as a single result', async () => {
    expect(await start('subscription { forbidden { n } }')).toMatchObject(coded('NOT_FOUND'));
    expect(subscriptions.count()).toBe(0);
  });

  it('ends with the coded error of its source', async () => {
    const results = await open('subscription { slow { n } }');
    expect((await results.next()).value).toMatchObject(coded('SLOW_FOLLOWER'));
    expect(await results.next()).toEqual(DONE);
  });

  it('breaks with an error of its source that has no code', async () => {
    const results = await open('subscription { failing { n } }');
    await expect(results.next()).rejects.toThrow('no luck');
    expect(await results.next()).toEqual(DONE);
    expect(subscriptions.count()).toBe(0);
  });

  it('frees its source at once when it is returned, even while it waits', async () => {
    const results = await open('subscription { happened { n } }');
    const waiting = results.next();
    await results.return?.();
    expect(await waiting).toEqual(DONE);
    expect([subscriptions.count(), freed]).toEqual([0, 1]);
  });

  it('ends at once, and says so, when its credential ends', async () => {
    const [ada, ben] = [
      await open('subscription { happened { n } }'),
      await open('subscription { happened { n } }', 'ben'),
    ];
    const waiting = ada.next();
    subscriptions.endCredentials(['credential of ada']);
    expect((await waiting).value).toMatchObject(coded('UNAUTHENTICATED'));
    expect(await ada.next()).toEqual(DONE);
    expect(await nextAfterEvent(ben)).toMatchObject({ data: { happened: { n: 1 } } });
  });

  it('is refused when one credential has too many, and not when it has room again', async () => {
    const query = 'subscription { happened { n } }';
    const [first] = [await open(query), await open(query), await open(query)];
    expect(await start(query)).toMatchObject(coded('RATE_LIMITED'));
    await open(query, 'ben');
    await first?.return?.();
    await open(query);
  });

  it('ends when its credential expires by the clock', async () => {
    const waiting = (await open('subscription { happened { n } }')).next();
    clock.advance(hours(1));
    expect((await waiting).value).toMatchObject(coded('UNAUTHENTICATED'));
  });
});
