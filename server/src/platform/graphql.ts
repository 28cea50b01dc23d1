import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import { createMask } from './mask.ts';
import { trustedOrigins } from './origins.ts';
import { subscribe } from './subscribe.ts';

export type GraphQLParts<C extends object> = {
  schema: GraphQLSchema;
  config: Config;
  log: Log;
  /** Finds out who asks, for each operation; for a subscription, again for each event. */
  contextOf(headers: Headers, signal: AbortSignal): Promise<C>;
};

/** GraphQL over HTTP at `/graphql`: POST, GET for queries, and Server-Sent Events for subscriptions. */
export function createGraphQL<C extends object>({ schema, config, log, contextOf }: GraphQLParts<C>) {
  const mask = createMask(log);
  return createYoga<object, C>({
    schema,
    context: ({ request }) => contextOf(request.headers, request.signal),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    logging: false,
    batching: false,
    multipart: false,
    cors: { origin: trustedOrigins(config), credentials: true, methods: ['GET', 'POST', 'OPTIONS'] },
    maskedErrors: { maskError: mask },
    plugins: [
      {
        onSubscribe: ({ setSubscribeFn }: { setSubscribeFn(fn: typeof subscribe): void }) =>
          setSubscribeFn(subscribe),
      },
    ],
  });
}
