import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { moveGoal } from './moveGoal.ts';
import { ownGoal, requireState } from './policy.ts';

export type RetireGoal = { goalId: string; reason: string; opId?: string | null };

/** Lets a goal go, with a reason. */
export function retireGoal(context: Context, input: RetireGoal): Promise<{ goalId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'retireGoal', input }, async (write) => {
    const { goal } = await ownGoal(write, personId, input.goalId);
    requireState(goal);
    await moveGoal(write, goal, { to: 'RETIRED', retiredReason: input.reason });
    return { goalId: goal.id };
  });
}
