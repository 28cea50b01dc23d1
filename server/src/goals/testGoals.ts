import type { Actor } from '../../../test/harness/actor.ts';
import type { Pair } from '../../../test/harness/story.ts';

/** Writes down a goal through the API and returns its id. */
export async function addedGoal(
  actor: Actor,
  { mentorshipId }: Pick<Pair, 'mentorshipId'>,
  title = 'Publish',
) {
  const { goal } = await actor.mutate<{ goal: { id: string } }>(
    'addGoal',
    { mentorshipId, title },
    'goal { id }',
  );
  return goal.id;
}

/** A goal that is worked on. */
export async function activeGoal(actor: Actor, pair: Pick<Pair, 'mentorshipId'>, title = 'Publish') {
  const goalId = await addedGoal(actor, pair, title);
  const { __typename } = await actor.mutate('activateGoal', { goalId });
  if (__typename !== 'ActivateGoalPayload') throw new Error(`the goal did not become active: ${__typename}`);
  return goalId;
}

export const GOAL = `id title why planIf planThen targetOn state retiredReason achievedAt version createdBy { id }
  milestones { id title dueOn reachedAt position version }`;

/** A goal as somebody reads it, and the newest event of its mentorship: together they show that nothing changed. */
export async function readGoal(actor: Actor, id: string) {
  const { goal } = await actor.query<{ goal: { mentorship: { seq: number } } & Record<string, unknown> }>(
    `query($id: ID!) { goal(id: $id) { ${GOAL} mentorship { seq } } }`,
    { id },
  );
  return goal;
}
