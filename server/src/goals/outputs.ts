import type { builder } from '../builder.ts';

type Output<Result> = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Result>;

/** The goal a write was about, as it is now. */
export const goalOutput = (t: Output<{ goalId: string }>) => ({
  goal: t.prismaField({
    type: 'Goal',
    resolve: (query, { goalId }, _args, { prisma }) =>
      prisma.goal.findUniqueOrThrow({ ...query, where: { id: goalId } }),
  }),
});

export const milestoneOutput = (t: Output<{ milestoneId: string }>) => ({
  milestone: t.prismaField({
    type: 'Milestone',
    resolve: (query, { milestoneId }, _args, { prisma }) =>
      prisma.milestone.findUniqueOrThrow({ ...query, where: { id: milestoneId } }),
  }),
});
