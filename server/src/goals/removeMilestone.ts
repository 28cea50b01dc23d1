import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import type { MilestoneRemovedFacts } from './facts.ts';
import { ownMilestone } from './milestonePolicy.ts';

export type RemoveMilestone = { milestoneId: string; version: number; opId?: string | null };

/** Takes a step off the path; those after it move up. */
export function removeMilestone(
  context: Context,
  input: RemoveMilestone,
): Promise<{ goalId: string; milestoneId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'removeMilestone', input }, async (write) => {
    const { tx, record } = write;
    const { goal, milestone } = await ownMilestone(write, personId, input);
    await tx.milestone.delete({ where: { id: milestone.id } });
    await tx.milestone.updateMany({
      where: { goalId: goal.id, position: { gt: milestone.position } },
      data: { position: { decrement: 1 } },
    });
    const payload: MilestoneRemovedFacts = { goalId: goal.id, milestoneId: milestone.id };
    await record({ streamId: goal.mentorshipId, type: 'MilestoneRemoved', payload });
    return payload;
  });
}
