import { builder, FactInterface, NodeInterface } from './builder.ts';
import { Outdated, TooMany } from './platform/facts.ts';

builder.objectType(TooMany, {
  name: 'TooMany',
  description: 'There are as many of these as one place can hold.',
  interfaces: [FactInterface],
  fields: (t) => ({ limit: t.exposeInt('limit') }),
});

builder.objectType(Outdated, {
  name: 'Outdated',
  description: 'Somebody else wrote in between.',
  interfaces: [FactInterface],
  fields: (t) => ({
    current: t.field({
      type: NodeInterface,
      description: 'How it stands now.',
      resolve: (fact, _args, { prisma }) => fact.current(prisma),
    }),
  }),
});
