import { builder, FactInterface } from '../builder.ts';
import { GoalLimitReached, GoalNotInState } from './errors.ts';
import { MAX_ACTIVE } from './limits.ts';

builder.objectType(GoalNotInState, {
  name: 'GoalNotInState',
  description: 'The state of the goal does not allow it.',
  interfaces: [FactInterface],
  fields: (t) => ({
    goal: t.prismaField({
      type: 'Goal',
      resolve: (query, fact, _args, { prisma }) =>
        prisma.goal.findUniqueOrThrow({ ...query, where: { id: fact.goalId } }),
    }),
  }),
});

builder.objectType(GoalLimitReached, {
  name: 'GoalLimitReached',
  description: 'The mentee has as many active goals as one can work on: park one first.',
  interfaces: [FactInterface],
  fields: (t) => ({
    limit: t.exposeInt('limit', { description: 'Of one mentee, across all mentorships.' }),
    activeGoals: t.prismaField({
      type: ['Goal'],
      description:
        'Those to choose from. A mentor is shown the ones of their own mentorship alone; the message counts the others.',
      resolve: (query, { goalIds }, _args, { prisma }) =>
        prisma.goal.findMany({
          ...query,
          where: { id: { in: goalIds } },
          orderBy: { id: 'asc' },
          take: MAX_ACTIVE,
        }),
    }),
  }),
});
