import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { ownMentorship, requireActive } from '../mentorships/policy.ts';
import { requireRoom } from '../platform/facts.ts';
import { transaction } from '../platform/transaction.ts';
import { goalFacts } from './facts.ts';
import { MAX_GOALS } from './limits.ts';

export type AddGoal = {
  mentorshipId: string;
  title: string;
  why?: string | null;
  planIf?: string | null;
  planThen?: string | null;
  targetOn?: Date | null;
  opId?: string | null;
};

/** Writes down a goal, as an idea. */
export function addGoal(context: Context, input: AddGoal): Promise<{ goalId: string }> {
  const { personId } = requireViewer(context);
  return transaction(
    context,
    { actorId: personId, name: 'addGoal', input },
    async ({ tx, now, lock, record }) => {
      await lock(input.mentorshipId);
      const mentorship = await ownMentorship(tx, personId, { id: input.mentorshipId });
      requireActive(mentorship);
      await requireRoom(
        tx.goal.count({ where: { mentorshipId: mentorship.id } }),
        MAX_GOALS,
        'goals in a mentorship',
      );

      const goal = await tx.goal.create({
        data: {
          id: uuidv7(),
          mentorshipId: mentorship.id,
          menteeId: mentorship.menteeId,
          title: input.title,
          why: input.why ?? '',
          planIf: input.planIf ?? '',
          planThen: input.planThen ?? '',
          targetOn: input.targetOn,
          state: 'IDEA',
          createdById: personId,
          createdAt: now,
          updatedAt: now,
        },
      });
      await record({
        streamId: mentorship.id,
        type: 'GoalAdded',
        payload: goalFacts(goal),
      });
      return { goalId: goal.id };
    },
  );
}
