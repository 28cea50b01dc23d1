import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { moveGoal } from './moveGoal.ts';
import { ownGoal, requireState } from './policy.ts';

export type AchieveGoal = { goalId: string; opId?: string | null };

/** An active goal has been reached. Early is an achievement too. */
export function achieveGoal(context: Context, input: AchieveGoal): Promise<{ goalId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'achieveGoal', input }, async (write) => {
    const { goal } = await ownGoal(write, personId, input.goalId);
    requireState(goal, ['ACTIVE']);
    await moveGoal(write, goal, { to: 'ACHIEVED' });
    return { goalId: goal.id };
  });
}
