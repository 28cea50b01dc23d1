import type { ObjectFieldsShape } from '@pothos/core';
import type { builder } from '../builder.ts';
import { type EventOf, mentorshipEvent } from '../mentorships/events.ts';
import { SideEnum } from '../mentorships/schema.ts';
import type {
  EstimateFacts,
  GoalFacts,
  GoalStateFacts,
  MilestoneFacts,
  MilestoneRemovedFacts,
} from './facts.ts';
import { GoalStateEnum } from './schema.ts';

type Types = typeof builder.$inferSchemaTypes;
type OfGoal<Payload> = Payload & { goalId: string };
type Fields<Payload> = ObjectFieldsShape<Types, EventOf<OfGoal<Payload>>>;

/** Makes the GraphQL type of something that happened to a goal: its payload names it by `goalId`. */
function goalEvent<Payload>(name: string, description: string, fields: Fields<Payload> = () => ({})): void {
  mentorshipEvent<OfGoal<Payload>>(name, description, (t) => ({
    goal: t.prismaField({
      type: 'Goal',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.goal.findUniqueOrThrow({ ...query, where: { id: payload.goalId } }),
    }),
    ...fields(t),
  }));
}

goalEvent<GoalFacts>('GoalAdded', 'A goal was written down, as an idea.');
goalEvent<GoalFacts>('GoalEdited', 'The words of a goal changed.', (t) => ({
  title: t.string({ resolve: ({ payload }) => payload.title }),
  version: t.int({ resolve: ({ payload }) => payload.version }),
}));
goalEvent<GoalStateFacts>(
  'GoalStateChanged',
  'A goal became active, or was achieved, parked or retired.',
  (t) => ({
    from: t.field({ type: GoalStateEnum, resolve: ({ payload }) => payload.from }),
    to: t.field({ type: GoalStateEnum, resolve: ({ payload }) => payload.to }),
    reason: t.string({
      nullable: true,
      description: 'Why it was retired; else null.',
      resolve: ({ payload }) => payload.reason,
    }),
  }),
);

const milestone: Fields<MilestoneFacts> = (t) => ({
  milestone: t.prismaField({
    type: 'Milestone',
    nullable: true,
    description: 'As it stands now; null when it was removed since.',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.milestone.findUnique({ ...query, where: { id: payload.milestoneId } }),
  }),
});

goalEvent('MilestoneAdded', 'A step was added at the end of the path.', milestone);
goalEvent('MilestoneEdited', 'A step was reworded, moved, or marked reached or not.', milestone);
goalEvent<MilestoneRemovedFacts>(
  'MilestoneRemoved',
  'A step was taken off the path; those after it moved up.',
  (t) => ({ milestoneId: t.id({ resolve: ({ payload }) => payload.milestoneId }) }),
);

goalEvent<EstimateFacts>('ProgressEstimated', 'Somebody said how far the goal has come.', (t) => ({
  side: t.field({ type: SideEnum, resolve: ({ payload }) => payload.side }),
  value: t.int({ description: 'Per cent, 0–100.', resolve: ({ payload }) => payload.value }),
  estimate: t.prismaField({
    type: 'ProgressEstimate',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.progressEstimate.findUniqueOrThrow({ ...query, where: { id: payload.estimateId } }),
  }),
}));
