import { builder, FactInterface, NodeInterface } from '../builder.ts';
import { MentorshipNotActive } from '../mentorships/errors.ts';
import { takesPart } from '../mentorships/policy.ts';
import { TooMany } from '../platform/facts.ts';
import { addGoal } from './addGoal.ts';
import { GoalNotInState } from './errors.ts';
import { goalWords } from './limits.ts';

export const GoalStateEnum = builder.enumType('GoalState', {
  values: ['IDEA', 'ACTIVE', 'ACHIEVED', 'PARKED', 'RETIRED'] as const,
});

builder.prismaObject('Goal', {
  interfaces: [NodeInterface],
  authScopes: (goal, context) => takesPart(context, goal.mentorshipId),
  select: { id: true, mentorshipId: true },
  fields: (t) => ({
    mentorship: t.relation('mentorship'),
    title: t.exposeString('title'),
    why: t.exposeString('why'),
    planIf: t.exposeString('planIf'),
    planThen: t.exposeString('planThen'),
    targetOn: t.expose('targetOn', {
      type: 'Date',
      nullable: true,
      description: 'Null while there is no date.',
    }),
    state: t.expose('state', { type: GoalStateEnum }),
    version: t.exposeInt('version'),
  }),
});

builder.objectType(GoalNotInState, {
  name: 'GoalNotInState',
  interfaces: [FactInterface],
  fields: (t) => ({
    goal: t.prismaField({
      type: 'Goal',
      resolve: (query, fact, _args, { prisma }) =>
        prisma.goal.findUniqueOrThrow({ ...query, where: { id: fact.goalId } }),
    }),
  }),
});

builder.prismaObjectField('Mentorship', 'goals', (t) =>
  t.relatedConnection('goals', {
    cursor: 'id',
    args: { states: t.arg({ type: [GoalStateEnum] }) },
    query: ({ states }) => ({ where: states ? { state: { in: states } } : {}, orderBy: { id: 'desc' } }),
  }),
);

builder.relayMutationField(
  'addGoal',
  {
    inputFields: (t) => ({
      mentorshipId: t.id({ required: true }),
      title: t.string({ required: true, validate: goalWords.title, description: '1–160 characters.' }),
      why: t.string({ validate: goalWords.why, description: 'At most 2,000 characters.' }),
      planIf: t.string({ validate: goalWords.plan, description: 'At most 500 characters.' }),
      planThen: t.string({ validate: goalWords.plan, description: 'At most 500 characters.' }),
      targetOn: t.field({ type: 'Date' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Writes down a goal, as an idea. BAD_USER_INPUT when the words are too long; NOT_FOUND when the mentorship is not yours.',
    errors: { types: [MentorshipNotActive, TooMany] },
    resolve: (_root, { input }, context) => addGoal(context, input),
  },
  {
    outputFields: (t) => ({
      goal: t.prismaField({
        type: 'Goal',
        resolve: (query, { goalId }, _args, { prisma }) =>
          prisma.goal.findUniqueOrThrow({ ...query, where: { id: goalId } }),
      }),
    }),
  },
);
