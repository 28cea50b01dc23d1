import type { ExecutionArgs, ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { createYoga, type GraphiQLOptions, type Plugin } from 'graphql-yoga';
import type { Config } from './config.ts';
import { closedBookPlugin, limitsPlugin } from './graphqlPlugins.ts';
import type { Log } from './log.ts';
import { createMask } from './mask.ts';
import { trustedOrigins } from './origins.ts';
import type { Subscriptions } from './subscribe.ts';
import type { OperationRequest } from './wsMessages.ts';
import type { Prepared } from './wsOperations.ts';

export type GraphQLParts<C extends object> = {
  schema: GraphQLSchema;
  config: Config;
  log: Log;
  /** Finds out who asks. */
  contextOf(request: Request): Promise<C>;
  isSignedIn(context: C): boolean;
  subscribe: Subscriptions['subscribe'];
};

/** A socket knows who asks before there is an operation. */
type Known<C> = { known?: C };

/** As large as a message on a socket. */
const LARGEST_BODY = 256 * 1024;

const EXPLORER: GraphiQLOptions = {
  title: 'Belay API',
  subscriptionsProtocol: 'WS',
  defaultQuery:
    '# What is mine?\n{\n  viewer {\n    person { name }\n    nextMeetings { startsAt objective }\n  }\n}\n',
};

/** GraphQL at `/graphql`: POST, GET for queries, Server-Sent Events for subscriptions, and what sockets need of it. */
export function createGraphQL<C extends object>(parts: GraphQLParts<C>) {
  const { schema, config, log, contextOf, isSignedIn, subscribe } = parts;
  const contexts = new WeakMap<Request, Promise<C>>();
  /** Who asks is found out once for each request. */
  function contextFor(request: Request): Promise<C> {
    const known = contexts.get(request) ?? contextOf(request);
    contexts.set(request, known);
    return known;
  }
  // Each layer that plugins put around the results costs every delivery, and does nothing: errors are masked already.
  const bare = new WeakMap<object, AsyncIterable<ExecutionResult>>();
  async function subscribeBare(args: ExecutionArgs) {
    const results = await subscribe(args);
    if (Symbol.asyncIterator in results) bare.set(args.contextValue as C, results);
    return results;
  }
  const plugins: Plugin<C>[] = [
    limitsPlugin(),
    { onSubscribe: ({ setSubscribeFn }) => setSubscribeFn(subscribeBare) },
  ];
  const isReaderOf = (request: Request) => contextFor(request).then(isSignedIn, () => false);
  if (config.production) plugins.push(closedBookPlugin<C>({ isReader: isSignedIn, isReaderOf }));
  const yoga = createYoga<Known<C>, C>({
    schema,
    context: ({ known, request }) => known ?? contextFor(request),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    logging: false,
    batching: false,
    multipart: false,
    maxRequestBodySize: LARGEST_BODY,
    cors: { origin: trustedOrigins(config), credentials: true, methods: ['GET', 'POST', 'OPTIONS'] },
    maskedErrors: { maskError: createMask(log) },
    graphiql: async (request) => (!config.production || (await isReaderOf(request))) && EXPLORER,
    // Nine megabytes that carry all they need: fetched when somebody first opens it, and from nowhere else.
    renderGraphiQL: async (options) =>
      (await import('@graphql-yoga/render-graphiql')).renderGraphiQL(options),
    plugins,
  });

  /** Takes an operation of a socket through every check that it would pass over HTTP. */
  async function prepare(known: C, request: OperationRequest): Promise<Prepared | readonly GraphQLError[]> {
    const enveloped = yoga.getEnveloped({ known, params: request } as never);
    const { parse, validate, contextFactory, execute } = enveloped;
    try {
      const document = parse(request.query);
      const errors: readonly GraphQLError[] = validate(enveloped.schema, document);
      if (errors.length > 0) return errors;
      const args: ExecutionArgs = {
        schema: enveloped.schema,
        document,
        operationName: request.operationName,
        variableValues: request.variables,
        contextValue: await contextFactory(),
      };
      return {
        args,
        execute,
        subscribe: async (args) => {
          const results = await enveloped.subscribe(args);
          return bare.get(args.contextValue as C) ?? results;
        },
      };
    } catch (error) {
      return [createMask(log)(error)];
    }
  }

  return { yoga, prepare };
}
