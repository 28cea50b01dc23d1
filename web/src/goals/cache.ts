import type { Cache, DataFields, Entity, KeyGenerator } from '@urql/exchange-graphcache';
import type { FeatureCache } from '../platform/cache.ts';
import { growing } from '../platform/growing.ts';
import { changePath, listEstimate, listGoal } from './lists.ts';
import {
  addedGoal,
  addedMilestone,
  editedGoal,
  editedMilestone,
  estimated,
  movedTo,
  removedMilestone,
} from './optimistic.ts';

/** By its cursor, so that one can be put into a list; an edge of which nobody asked the cursor has no key. */
const edgeKey: KeyGenerator = ({ cursor }) => (cursor ? String(cursor) : null);

export const cache: FeatureCache = {
  keys: { MentorshipGoalsConnectionEdge: edgeKey, GoalEstimatesConnectionEdge: edgeKey },

  optimistic: {
    addGoal: addedGoal,
    editGoal: editedGoal,
    activateGoal: movedTo('ActivateGoalPayload', 'ACTIVE'),
    parkGoal: movedTo('ParkGoalPayload', 'PARKED'),
    achieveGoal: movedTo('AchieveGoalPayload', 'ACHIEVED'),
    retireGoal: movedTo('RetireGoalPayload', 'RETIRED'),
    addMilestone: addedMilestone,
    editMilestone: editedMilestone,
    removeMilestone: removedMilestone,
    estimateProgress: estimated,
  },

  updates: {
    addGoal(result, { input }, cache) {
      const { goal } = payload(result, 'addGoal');
      const { mentorshipId: id } = input as { mentorshipId: string };
      if (goal) listGoal(goal, { __typename: 'Mentorship', id }, cache);
    },
    addMilestone: growing('Goal', 'milestones', 'milestone', 'last').made,
    editMilestone(result, { input }, cache) {
      const { goal, milestone } = payload(result, 'editMilestone');
      const { position } = input as { position?: number | null };
      const key = milestone && cache.keyOfEntity(milestone);
      if (!goal || !key || position == null) return;
      changePath(goal, cache, (steps) => steps.filter((step) => step !== key).toSpliced(position, 0, key));
    },
    removeMilestone(result, { input }, cache) {
      const { goal } = payload(result, 'removeMilestone');
      const { milestoneId } = input as { milestoneId: string };
      if (goal)
        changePath(goal, cache, (steps) => steps.filter((step) => step !== `Milestone:${milestoneId}`));
    },
    estimateProgress(result, _, cache) {
      takeEstimate(payload(result, 'estimateProgress'), cache);
    },
  },

  events: {
    GoalAdded({ goal }, cache) {
      const mentorship = goal && cache.resolve(goal as Entity, 'mentorship');
      if (typeof mentorship === 'string') listGoal(goal as Entity, mentorship, cache);
    },
    ProgressEstimated: (event, cache) => takeEstimate(event as Parts, cache),
  },
};

interface Parts {
  goal?: Entity;
  milestone?: Entity;
  estimate?: Entity;
}

/** What a write answers, or nothing of it when it was refused. */
function payload(result: DataFields, field: string): Parts {
  const answer = result[field] as DataFields | null;
  return String(answer?.__typename).endsWith('Payload') ? (answer as Parts) : {};
}

function takeEstimate({ goal, estimate }: Parts, cache: Cache): void {
  if (goal && estimate) listEstimate(estimate, goal, cache);
}
