import { type Context, requireViewer } from '../context.ts';
import { Outdated } from '../platform/facts.ts';
import { transaction } from '../platform/transaction.ts';
import { goalFacts } from './facts.ts';
import { ownGoal, requireState } from './policy.ts';

export type EditGoal = {
  goalId: string;
  version: number;
  title?: string | null;
  why?: string | null;
  planIf?: string | null;
  planThen?: string | null;
  targetOn?: Date | null;
  opId?: string | null;
};

/** Changes the words of a goal, or its date. */
export function editGoal(context: Context, input: EditGoal): Promise<{ goalId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'editGoal', input }, async (write) => {
    const { tx, now, record } = write;
    const { goal } = await ownGoal(write, personId, input.goalId);
    requireState(goal);
    if (goal.version !== input.version) throw outdated(goal.id);

    const edited = await tx.goal.update({
      where: { id: goal.id },
      data: {
        title: input.title ?? undefined,
        why: input.why ?? undefined,
        planIf: input.planIf ?? undefined,
        planThen: input.planThen ?? undefined,
        // Words are emptied by writing nothing; a day is taken away by null.
        targetOn: input.targetOn,
        version: { increment: 1 },
        updatedAt: now,
      },
    });
    await record({ streamId: goal.mentorshipId, type: 'GoalEdited', payload: goalFacts(edited) });
    return { goalId: goal.id };
  });
}

const outdated = (id: string) =>
  new Outdated('Goal', (prisma) => prisma.goal.findUniqueOrThrow({ where: { id } }));
