import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { TooMany } from '../platform/facts.ts';
import { transaction } from '../platform/transaction.ts';
import { milestoneFacts } from './facts.ts';
import { MAX_MILESTONES } from './limits.ts';
import { ownGoal, requireState } from './policy.ts';

export type AddMilestone = { goalId: string; title: string; dueOn?: Date | null; opId?: string | null };

/** Adds a step at the end of the path. */
export function addMilestone(
  context: Context,
  input: AddMilestone,
): Promise<{ goalId: string; milestoneId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'addMilestone', input }, async (write) => {
    const { goal } = await ownGoal(write, personId, input.goalId);
    requireState(goal);
    const position = await write.tx.milestone.count({ where: { goalId: goal.id } });
    if (position >= MAX_MILESTONES) throw new TooMany(MAX_MILESTONES, 'steps on the path to a goal');

    const { title, dueOn } = input;
    const milestone = await write.tx.milestone.create({
      data: { id: uuidv7(), goalId: goal.id, title, dueOn, position },
    });
    const payload = milestoneFacts(milestone);
    await write.record({ streamId: goal.mentorshipId, type: 'MilestoneAdded', payload });
    return { goalId: goal.id, milestoneId: milestone.id };
  });
}
