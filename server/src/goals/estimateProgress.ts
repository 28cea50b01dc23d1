import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { estimateFacts } from './facts.ts';
import { ownGoal, requireState } from './policy.ts';

export type EstimateProgress = { goalId: string; value: number; why?: string | null; opId?: string | null };

/** Says how far an active goal has come, for the author's side; earlier estimates stay. */
export function estimateProgress(
  context: Context,
  input: EstimateProgress,
): Promise<{ goalId: string; estimateId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'estimateProgress', input }, async (write) => {
    const { tx, now, record } = write;
    const { goal, side } = await ownGoal(write, personId, input.goalId);
    requireState(goal, ['ACTIVE']);
    const { value, why } = input;
    const estimate = await tx.progressEstimate.create({
      data: { id: uuidv7(), goalId: goal.id, authorId: personId, side, value, why: why ?? '', at: now },
    });
    const payload = estimateFacts(estimate);
    await record({ streamId: goal.mentorshipId, type: 'ProgressEstimated', payload });
    return { goalId: goal.id, estimateId: estimate.id };
  });
}
