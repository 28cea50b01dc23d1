import type { Milestone } from '@belay/prisma/client';
import { type Context, requireViewer } from '../context.ts';
import { type Tx, transaction } from '../platform/transaction.ts';
import { milestoneFacts } from './facts.ts';
import { ownMilestone } from './milestonePolicy.ts';

export type EditMilestone = {
  milestoneId: string;
  version: number;
  title?: string | null;
  dueOn?: Date | null;
  position?: number | null;
  reached?: boolean | null;
  opId?: string | null;
};

/** Rewords a step, moves it to another place on the path, or marks it reached or not. */
export function editMilestone(
  context: Context,
  input: EditMilestone,
): Promise<{ goalId: string; milestoneId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'editMilestone', input }, async (write) => {
    const { tx, now, record } = write;
    const { goal, milestone } = await ownMilestone(write, personId, input);
    if (input.position != null) await moveTo(tx, milestone, input.position);
    const edited = await tx.milestone.update({
      where: { id: milestone.id },
      data: {
        title: input.title ?? undefined,
        // Left out it stays; null takes the day away.
        dueOn: input.dueOn,
        reachedAt: reachedAfter(milestone, input.reached, now),
        version: { increment: 1 },
      },
    });
    const payload = milestoneFacts(edited);
    await record({ streamId: goal.mentorshipId, type: 'MilestoneEdited', payload });
    return { goalId: goal.id, milestoneId: milestone.id };
  });
}

/** What was reached before keeps its moment. */
function reachedAfter({ reachedAt }: Milestone, reached: boolean | null | undefined, now: Date) {
  if (reached == null) return undefined;
  return reached ? (reachedAt ?? now) : null;
}

/** Those between the old place and the new one move by one: in one statement, which Prisma cannot say. */
async function moveTo(tx: Tx, { id, goalId, position: from }: Milestone, wanted: number): Promise<void> {
  const last = (await tx.milestone.count({ where: { goalId } })) - 1;
  const to = Math.min(wanted, last);
  await tx.$executeRaw`
    UPDATE milestone
    SET position = CASE WHEN id = ${id}::uuid THEN ${to}::int ELSE position + ${Math.sign(from - to)}::int END
    WHERE goal_id = ${goalId}::uuid AND position BETWEEN ${Math.min(from, to)}::int AND ${Math.max(from, to)}::int`;
}
