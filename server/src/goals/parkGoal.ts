import { type Context, requireViewer } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { moveGoal } from './moveGoal.ts';
import { ownGoal, requireState } from './policy.ts';

export type ParkGoal = { goalId: string; opId?: string | null };

/** Puts an active goal aside for now; its slot is free for another. */
export function parkGoal(context: Context, input: ParkGoal): Promise<{ goalId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'parkGoal', input }, async (write) => {
    const { goal } = await ownGoal(write, personId, input.goalId);
    requireState(goal, ['ACTIVE']);
    await moveGoal(write, goal, { to: 'PARKED' });
    return { goalId: goal.id };
  });
}
