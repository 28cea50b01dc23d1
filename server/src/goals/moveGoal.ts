import type { Goal, GoalState, Prisma } from '@belay/prisma/client';
import type { Write } from '../platform/transaction.ts';
import type { GoalStateFacts } from './facts.ts';

type Move = {
  to: GoalState;
  /** The slot it takes while it is active. */
  activeSlot?: number;
  retiredReason?: string;
};

/** Brings a goal into another state, whoever may and whatever allows it; only an active one keeps a slot. */
export async function moveGoal({ tx, now, record }: Write, goal: Goal, move: Move): Promise<void> {
  const { to, activeSlot = null, retiredReason = null } = move;
  const data: Prisma.GoalUpdateInput = { state: to, activeSlot, retiredReason, updatedAt: now };
  if (to === 'ACHIEVED') data.achievedAt = now;
  await tx.goal.update({ where: { id: goal.id }, data });
  const payload: GoalStateFacts = { goalId: goal.id, from: goal.state, to, reason: retiredReason };
  await record({ streamId: goal.mentorshipId, type: 'GoalStateChanged', payload });
}
