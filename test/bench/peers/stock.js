// graphql-ws with Yoga, as their manuals set them up; the same event, by Yoga's own publisher.
import { createServer } from 'node:http';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub, createSchema, createYoga } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { announce } from './serve.js';

const pubSub = createPubSub();
let seq = 0;
const yoga = createYoga({
  logging: false,
  schema: createSchema({
    typeDefs: `
      type Goal { id: ID! }
      type ProgressEstimated { id: ID! seq: Int! opId: String value: Int! goal: Goal! }
      input EstimateProgressInput { stream: ID goalId: ID! value: Int! opId: String }
      type EstimateProgressPayload { ok: Boolean! }
      type Query { ok: Boolean! }
      type Mutation { estimateProgress(input: EstimateProgressInput!): EstimateProgressPayload! }
      type Subscription { mentorshipEvents(mentorshipId: ID!): ProgressEstimated! }`,
    resolvers: {
      Query: { ok: () => true },
      Mutation: {
        estimateProgress(_root, { input: { goalId, value, opId } }) {
          seq += 1;
          pubSub.publish('event', { id: crypto.randomUUID(), seq, opId, value, goal: { id: goalId } });
          return { ok: true };
        },
      },
      Subscription: {
        mentorshipEvents: { subscribe: () => pubSub.subscribe('event'), resolve: (event) => event },
      },
    },
  }),
});
const server = createServer(yoga);
useServer(
  {
    execute: (args) => args.rootValue.execute(args),
    subscribe: (args) => args.rootValue.subscribe(args),
    onSubscribe: async (ctx, _id, params) => {
      const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
        ...ctx,
        req: ctx.extra.request,
        socket: ctx.extra.socket,
        params,
      });
      const document = parse(params.query);
      const errors = validate(schema, document);
      if (errors.length) return errors;
      return {
        schema,
        operationName: params.operationName,
        document,
        variableValues: params.variables,
        contextValue: await contextFactory(),
        rootValue: { execute, subscribe },
      };
    },
  },
  new WebSocketServer({ server, path: '/graphql', perMessageDeflate: false }),
);
await announce(server);
