import type { Goal, GoalState, Milestone, ProgressEstimate } from '@belay/prisma/client';

/** What events keep: enough to fold a stream into the state it describes. Days as `2026-11-22`, moments in ISO 8601. */
const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** A goal as it was written down or reworded. */
export function goalFacts(goal: Goal) {
  const { id, title, why, planIf, planThen, targetOn, state, version } = goal;
  return { goalId: id, title, why, planIf, planThen, targetOn: day(targetOn), state, version };
}

/** A milestone as it stands; those it passed on its way to `position` moved one place. */
export function milestoneFacts(milestone: Milestone) {
  const { id, goalId, title, dueOn, reachedAt, position, version } = milestone;
  const reached = reachedAt?.toISOString() ?? null;
  return { milestoneId: id, goalId, title, dueOn: day(dueOn), reachedAt: reached, position, version };
}

export function estimateFacts({ id, goalId, authorId, side, value, why }: ProgressEstimate) {
  return { estimateId: id, goalId, authorId, side, value, why };
}

export type GoalFacts = ReturnType<typeof goalFacts>;
export type GoalStateFacts = { goalId: string; from: GoalState; to: GoalState; reason: string | null };
export type MilestoneRemovedFacts = { goalId: string; milestoneId: string };
export type MilestoneFacts = ReturnType<typeof milestoneFacts>;
export type EstimateFacts = ReturnType<typeof estimateFacts>;
