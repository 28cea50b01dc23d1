import type { Goal, GoalState, Side } from '@belay/prisma/client';
import { ownMentorship, requireActive } from '../mentorships/policy.ts';
import { notFound } from '../platform/errors.ts';
import type { Write } from '../platform/transaction.ts';
import { GoalNotInState } from './errors.ts';

/** States in which the two still work on a goal; what is achieved or retired stays as it was. */
const OPEN: readonly GoalState[] = ['IDEA', 'ACTIVE', 'PARKED'];

/**
 * The goal a command is about, with its mentorship's stream locked and as one of its two sides.
 * @throws NOT_FOUND to everybody else; MentorshipNotActive when the mentorship is over or paused
 */
export async function ownGoal(
  { tx, lock }: Pick<Write, 'tx' | 'lock'>,
  personId: string,
  goalId: string,
): Promise<{ goal: Goal; side: Side }> {
  const found = await tx.goal.findUnique({ where: { id: goalId }, select: { mentorshipId: true } });
  if (!found) throw notFound();
  await lock(found.mentorshipId);
  const mentorship = await ownMentorship(tx, personId, { id: found.mentorshipId });
  requireActive(mentorship);
  return { goal: await tx.goal.findUniqueOrThrow({ where: { id: goalId } }), side: mentorship.side };
}

/** @throws GoalNotInState when the goal is in none of these states */
export function requireState({ id, state }: Goal, states: readonly GoalState[] = OPEN): void {
  if (!states.includes(state)) throw new GoalNotInState(id, state);
}
