import { ViewerRef } from '../accounts/schema.ts';
import { builder, NodeInterface } from '../builder.ts';
import { requireViewer } from '../context.ts';
import { takesPart, visibleMentorships } from '../mentorships/policy.ts';
import { notFound } from '../platform/errors.ts';
import { MAX_ACTIVE, MAX_MILESTONES } from './limits.ts';

export const GoalStateEnum = builder.enumType('GoalState', {
  values: {
    IDEA: { description: 'Written down, not begun.' },
    ACTIVE: { description: 'Worked on now; a mentee has at most two across all mentorships.' },
    ACHIEVED: {},
    PARKED: { description: 'Put aside for now.' },
    RETIRED: { description: 'Let go, with a reason.' },
  } as const,
});

builder.prismaObject('Goal', {
  description: 'Something the mentee works towards in a mentorship.',
  interfaces: [NodeInterface],
  authScopes: (goal, context) => takesPart(context, goal.mentorshipId),
  select: { id: true, mentorshipId: true },
  fields: (t) => ({
    mentorship: t.relation('mentorship'),
    title: t.exposeString('title'),
    why: t.exposeString('why', { description: 'What would be different; may be empty.' }),
    planIf: t.exposeString('planIf', {
      description: 'The if-then plan: when this gets in the way …; may be empty.',
    }),
    planThen: t.exposeString('planThen', {
      description: '… then this is what the mentee does; may be empty.',
    }),
    targetOn: t.expose('targetOn', {
      type: 'Date',
      nullable: true,
      description: 'Null while there is no date.',
    }),
    state: t.expose('state', { type: GoalStateEnum }),
    retiredReason: t.exposeString('retiredReason', {
      nullable: true,
      description: 'Null unless it is retired.',
    }),
    achievedAt: t.expose('achievedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null unless it is achieved.',
    }),
    milestones: t.relation('milestones', {
      description: 'In order; at most 30.',
      query: { orderBy: { position: 'asc' }, take: MAX_MILESTONES },
    }),
    createdBy: t.prismaField({
      type: 'Person',
      select: { createdById: true },
      resolve: (query, { createdById }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: createdById } }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When its words or its state changed last.',
    }),
    version: t.exposeInt('version', { description: 'Counts its rewordings; name it when you edit it.' }),
  }),
});

builder.prismaObject('Milestone', {
  description: 'A step on the path to a goal.',
  interfaces: [NodeInterface],
  authScopes: ({ goal }, context) => takesPart(context, goal.mentorshipId),
  select: { id: true, goal: { select: { mentorshipId: true } } },
  fields: (t) => ({
    goal: t.relation('goal'),
    title: t.exposeString('title'),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'Null while there is no date.' }),
    reachedAt: t.expose('reachedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null while it is not reached.',
    }),
    position: t.exposeInt('position', { description: '0, 1, 2 … without a gap.' }),
    version: t.exposeInt('version', { description: 'Counts its edits; name it when you edit or remove it.' }),
  }),
});

builder.prismaObjectField('Mentorship', 'goals', (t) =>
  t.relatedConnection('goals', {
    cursor: 'id',
    description: 'Newest first; of these states, or of all.',
    args: { states: t.arg({ type: [GoalStateEnum] }) },
    query: ({ states }) => ({ where: states ? { state: { in: states } } : {}, orderBy: { id: 'desc' } }),
  }),
);

builder.queryField('goal', (t) =>
  t.prismaField({
    type: 'Goal',
    description: 'NOT_FOUND unless its mentorship is yours.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, context) =>
      (await context.prisma.goal.findFirst({
        ...query,
        where: { id, mentorship: visibleMentorships(requireViewer(context)) },
      })) ?? Promise.reject(notFound()),
  }),
);

/** Active goals of one's mentees that are shown at once. */
const MAX_OF_MENTEES = 20;

builder.objectField(ViewerRef, 'activeGoals', (t) =>
  t.prismaField({
    type: ['Goal'],
    description:
      'Your own as a mentee (at most two), then those of your mentees with you (at most 20), newest first.',
    resolve: async (query, { personId }, _args, { prisma }) => {
      const newest = { ...query, orderBy: { id: 'desc' } } as const;
      const own = { menteeId: personId, state: 'ACTIVE' } as const;
      const ofMentees = { mentorship: { mentorId: personId }, state: 'ACTIVE' } as const;
      return [
        ...(await prisma.goal.findMany({ ...newest, where: own, take: MAX_ACTIVE })),
        ...(await prisma.goal.findMany({ ...newest, where: ofMentees, take: MAX_OF_MENTEES })),
      ];
    },
  }),
);
