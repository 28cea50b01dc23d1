import type { Goal, Milestone } from '@belay/prisma/client';
import { notFound } from '../platform/errors.ts';
import { Outdated } from '../platform/facts.ts';
import type { Write } from '../platform/transaction.ts';
import { ownGoal, requireState } from './policy.ts';

/**
 * The milestone a command is about, as `ownGoal` for its goal.
 * @throws NOT_FOUND when there is none any more; GoalNotInState when the goal is achieved or retired; Outdated when
 * `version` is an old one
 */
export async function ownMilestone(
  write: Pick<Write, 'tx' | 'lock'>,
  personId: string,
  { milestoneId: id, version }: { milestoneId: string; version: number },
): Promise<{ goal: Goal; milestone: Milestone }> {
  const found = await write.tx.milestone.findUnique({ where: { id }, select: { goalId: true } });
  if (!found) throw notFound();
  const { goal } = await ownGoal(write, personId, found.goalId);
  const milestone = await write.tx.milestone.findUnique({ where: { id } });
  if (!milestone) throw notFound();
  requireState(goal);
  if (milestone.version !== version) {
    throw new Outdated('Milestone', (prisma) =>
      // With what the type's guard asks for.
      prisma.milestone.findUniqueOrThrow({
        where: { id },
        include: { goal: { select: { mentorshipId: true } } },
      }),
    );
  }
  return { goal, milestone };
}
