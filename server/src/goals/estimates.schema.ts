import { builder, NodeInterface } from '../builder.ts';
import { MentorshipNotActive } from '../mentorships/errors.ts';
import { takesPart } from '../mentorships/policy.ts';
import { SideEnum } from '../mentorships/schema.ts';
import { GoalNotInState } from './errors.ts';
import { estimateProgress } from './estimateProgress.ts';
import { estimate } from './limits.ts';
import { divergenceOf, newestEstimates } from './newestEstimates.ts';
import { goalOutput } from './outputs.ts';

export const ProgressEstimateRef = builder.prismaObject('ProgressEstimate', {
  description: 'How far one side thought the goal had come. Each is kept: the history is the chart.',
  interfaces: [NodeInterface],
  authScopes: ({ goal }, context) => takesPart(context, goal.mentorshipId),
  select: { id: true, goal: { select: { mentorshipId: true } } },
  fields: (t) => ({
    goal: t.relation('goal'),
    author: t.prismaField({
      type: 'Person',
      select: { authorId: true },
      resolve: (query, { authorId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: authorId } }),
    }),
    side: t.expose('side', { type: SideEnum }),
    value: t.exposeInt('value', { description: 'Per cent, 0–100.' }),
    why: t.exposeString('why', { description: 'A word on why; may be empty.' }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

builder.prismaObjectField('Goal', 'estimates', (t) =>
  t.relatedConnection('estimates', {
    cursor: 'id',
    description: 'The history, newest first; of one side, or of both.',
    args: { side: t.arg({ type: SideEnum }) },
    query: ({ side }) => ({ where: side ? { side } : {}, orderBy: [{ at: 'desc' }, { id: 'desc' }] }),
  }),
);

builder.prismaObjectFields('Goal', (t) => ({
  mentorEstimate: t.field({
    type: ProgressEstimateRef,
    nullable: true,
    description: "The mentor's newest; null while there is none.",
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await newestEstimates(context, id)).MENTOR ?? null,
  }),
  menteeEstimate: t.field({
    type: ProgressEstimateRef,
    nullable: true,
    description: "The mentee's newest; null while there is none.",
    select: { id: true },
    resolve: async ({ id }, _args, context) => (await newestEstimates(context, id)).MENTEE ?? null,
  }),
  divergence: t.int({
    nullable: true,
    description: 'How far the two newest estimates lie apart, 0–100; null until both sides have given one.',
    select: { id: true },
    resolve: async ({ id }, _args, context) => divergenceOf(await newestEstimates(context, id)),
  }),
}));

builder.relayMutationField(
  'estimateProgress',
  {
    inputFields: (t) => ({
      goalId: t.id({ required: true }),
      value: t.int({ required: true, validate: estimate.value, description: 'Per cent, 0–100.' }),
      why: t.string({ validate: estimate.why, description: 'A word on why; at most 500 characters.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Says how far you think an active goal has come; it counts for your side and is kept beside all earlier ones. ' +
      'Recorded as ProgressEstimated. GoalNotInState when the goal is not active; MentorshipNotActive when the ' +
      'mentorship is over or paused; BAD_USER_INPUT when the value is not 0–100 or the words are too long; NOT_FOUND ' +
      'when the goal is not yours.',
    errors: { types: [GoalNotInState, MentorshipNotActive] },
    resolve: (_root, { input }, context) => estimateProgress(context, input),
  },
  {
    outputFields: (t) => ({
      estimate: t.prismaField({
        type: 'ProgressEstimate',
        resolve: (query, { estimateId }, _args, { prisma }) =>
          prisma.progressEstimate.findUniqueOrThrow({ ...query, where: { id: estimateId } }),
      }),
      ...goalOutput(t),
    }),
  },
);
