import { mentorshipEvent } from '../mentorships/events.ts';

mentorshipEvent<{ goalId: string }>('GoalAdded', 'A goal was written down, as an idea.', (t) => ({
  goal: t.prismaField({
    type: 'Goal',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.goal.findUniqueOrThrow({ ...query, where: { id: payload.goalId } }),
  }),
}));
