import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
} from 'graphql';
import { type Clock, seconds } from './clock.ts';
import { Counts } from './counts.ts';
import { CodedError, unauthenticated } from './errors.ts';
import { executeEvent } from './eventExecution.ts';
import { SharedExecutions } from './sharedExecution.ts';
import { SubscriptionResults } from './subscriptionResults.ts';

/** What somebody was let in by. */
export type Credential = {
  /** Of the session or token. */
  id: string;
  /** When it ends by itself, by Belay's clock. */
  expiresAt: Date | null;
};

export type SubscriptionOptions<Context> = {
  /** A new context for whoever asked, with nothing remembered; may throw a GraphQLError when they may ask no more. */
  freshContext(context: Context): Promise<Context>;
  /** What the subscription ends with; null when nobody is signed in. */
  credentialOf(context: Context): Credential | null;
  /** Lets go of what the context remembers: the subscription has begun and keeps its context for as long as it runs. */
  forget(context: Context): void;
  /** What of an error reaches the client. */
  mask(error: unknown): GraphQLError;
  clock: Clock;
  /** The most subscriptions that one session or token may have open in this process. */
  perCredential?: number;
};

const PER_CREDENTIAL = 2000;

/** What the resolver of a subscription finds in its context besides everything else. */
export type Following = {
  /** Aborts when the subscription ends, for whatever reason. Give it to `follow`. */
  signal: AbortSignal;
};

export type Subscriptions = {
  /**
   * GraphQL's `subscribe`, except that each event is executed with a fresh context, so that nothing that was allowed
   * before is taken for granted. When access is lost its error is the last result. A coded error of the source, such
   * as SLOW_FOLLOWER, is the last result too; any other one is thrown.
   */
  subscribe(args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
  /** Ends what was opened with these credentials, with UNAUTHENTICATED as the last result. */
  endCredentials(credentialIds: readonly string[]): void;
  count(): number;
  /** Ends every subscription. */
  close(): void;
};

export function createSubscriptions<Context extends object>(
  options: SubscriptionOptions<Context>,
): Subscriptions {
  const { freshContext, credentialOf, forget, mask, clock, perCredential = PER_CREDENTIAL } = options;
  const shared = new SharedExecutions<Context>();
  const open = new Map<SubscriptionResults, Credential | null>();
  const counts = new Counts();
  const expiring = setInterval(expire, seconds(1)).unref();

  async function subscribe(args: ExecutionArgs) {
    const context = args.contextValue as Context;
    const credential = credentialOf(context);
    if (credential && counts.of(credential.id) >= perCredential) return { errors: [tooMany(perCredential)] };
    const controller = new AbortController();
    const following: Context & Following = { ...context, signal: controller.signal };
    const source = await createSourceEventStream({ ...args, contextValue: following });
    if (!(Symbol.asyncIterator in source)) return masked(source);
    forget(context);
    const share = shared.join(credential?.id ?? null, args, async (event, asker) =>
      masked(await executeEvent(args, event, () => freshContext(asker))),
    );
    const results = new SubscriptionResults({
      source: source[Symbol.asyncIterator](),
      controller,
      execute: (event) => share.execute(event, context),
      onEnd() {
        open.delete(results);
        if (credential) counts.add(credential.id, -1);
        share.leave();
      },
    });
    open.set(results, credential);
    if (credential) counts.add(credential.id, 1);
    return results;
  }

  function masked(result: ExecutionResult): ExecutionResult {
    return result.errors ? { ...result, errors: result.errors.map(mask) } : result;
  }

  function endWhere(hasEnded: (credential: Credential) => boolean): void {
    for (const [results, credential] of open) {
      if (credential && hasEnded(credential)) results.end(unauthenticated());
    }
  }

  function expire(): void {
    const now = clock.now();
    endWhere(({ expiresAt }) => expiresAt !== null && expiresAt <= now);
  }

  return {
    subscribe,
    endCredentials: (credentialIds) => endWhere(({ id }) => credentialIds.includes(id)),
    count: () => open.size,
    close() {
      clearInterval(expiring);
      for (const results of open.keys()) results.end();
    },
  };
}

function tooMany(most: number): CodedError {
  return new CodedError('RATE_LIMITED', `At most ${most} subscriptions may be open by one session or token.`);
}
