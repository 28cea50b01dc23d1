import type { Goal } from '@belay/prisma/client';
import { type Context, requireViewer } from '../context.ts';
import { violates } from '../platform/errors.ts';
import { type Tx, transaction } from '../platform/transaction.ts';
import { GoalLimitReached } from './errors.ts';
import { MAX_ACTIVE } from './limits.ts';
import { moveGoal } from './moveGoal.ts';
import { ownGoal, requireState } from './policy.ts';

export type ActivateGoal = { goalId: string; opId?: string | null };

/** Takes an idea or a parked goal up. A mentee has two slots for active goals, whoever the mentor is. */
export async function activateGoal(context: Context, input: ActivateGoal): Promise<{ goalId: string }> {
  const { personId } = requireViewer(context);
  const operation = { actorId: personId, name: 'activateGoal', input };
  try {
    return await transaction(context, operation, async (write) => {
      const { tx, lock } = write;
      const { goal } = await ownGoal(write, personId, input.goalId);
      requireState(goal, ['IDEA', 'PARKED']);
      // Goals of the mentee's other mentorships wait here, so that a free slot is never refused.
      await lock(goal.menteeId);
      await moveGoal(write, goal, { to: 'ACTIVE', activeSlot: await freeSlot(tx, goal, personId) });
      return { goalId: goal.id };
    });
  } catch (error) {
    if (!violates(error, 'goal_mentee_id_active_slot_key')) throw error;
    const goal = await context.prisma.goal.findUniqueOrThrow({ where: { id: input.goalId } });
    throw limitReached(await activeGoals(context.prisma, goal), personId);
  }
}

/** @throws GoalLimitReached when both slots are taken */
async function freeSlot(tx: Tx, goal: Goal, personId: string): Promise<number> {
  const active = await activeGoals(tx, goal);
  const taken = new Set(active.map(({ activeSlot }) => activeSlot));
  for (let slot = 1; slot <= MAX_ACTIVE; slot += 1) if (!taken.has(slot)) return slot;
  throw limitReached(active, personId);
}

type Active = Awaited<ReturnType<typeof activeGoals>>;

function activeGoals(db: Pick<Tx, 'goal'>, { menteeId }: Goal) {
  return db.goal.findMany({
    where: { menteeId, state: 'ACTIVE' },
    orderBy: { activeSlot: 'asc' },
    select: {
      id: true,
      title: true,
      activeSlot: true,
      menteeId: true,
      mentorship: { select: { mentorId: true } },
    },
  });
}

/** A mentor reads nothing of the goals that the mentee has with others, not even in a refusal. */
function limitReached(active: Active, personId: string): GoalLimitReached {
  const seen = active.filter(
    ({ menteeId, mentorship }) => menteeId === personId || mentorship.mentorId === personId,
  );
  return new GoalLimitReached(seen, active.length - seen.length);
}
