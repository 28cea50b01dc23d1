import type { Cache, Entity } from '@urql/exchange-graphcache';
import type {
  AddGoalInput,
  AddMilestoneInput,
  EditGoalInput,
  EditMilestoneInput,
  EstimateProgressInput,
  GoalState,
  RemoveMilestoneInput,
  Side,
} from '../platform/generated/graphql.ts';
import { newId } from '../platform/newIds.ts';

/** What each write on goals answers when all goes well: shown until the server has said so itself. */

type Args<Input> = { input: Input };

export function addedGoal({ input }: Args<AddGoalInput>) {
  return {
    __typename: 'AddGoalPayload',
    goal: {
      __typename: 'Goal',
      id: newId(input.opId),
      title: input.title,
      why: input.why ?? '',
      planIf: input.planIf ?? '',
      planThen: input.planThen ?? '',
      targetOn: input.targetOn ?? null,
      state: 'IDEA',
      retiredReason: null,
      achievedAt: null,
      version: 1,
      mentorship: { __typename: 'Mentorship', id: input.mentorshipId },
      milestones: [],
      menteeEstimate: null,
      mentorEstimate: null,
      divergence: null,
      estimates: { __typename: 'GoalEstimatesConnection', edges: [] },
    },
  };
}

export function editedGoal({ input }: Args<EditGoalInput>) {
  const { goalId, version, opId: _, ...words } = input;
  return {
    __typename: 'EditGoalPayload',
    goal: { __typename: 'Goal', id: goalId, version: version + 1, ...words },
  };
}

export const movedTo =
  (__typename: string, state: GoalState) =>
  ({ input }: Args<{ goalId: string; reason?: string }>) => ({
    __typename,
    goal: {
      __typename: 'Goal',
      id: input.goalId,
      state,
      retiredReason: input.reason ?? null,
      achievedAt: state === 'ACHIEVED' ? new Date().toISOString() : null,
    },
  });

export function addedMilestone({ input }: Args<AddMilestoneInput>, cache: Cache) {
  const goal = { __typename: 'Goal', id: input.goalId };
  const steps = cache.resolve(goal, 'milestones');
  return {
    __typename: 'AddMilestonePayload',
    goal,
    milestone: {
      __typename: 'Milestone',
      id: newId(input.opId),
      title: input.title,
      dueOn: input.dueOn ?? null,
      reachedAt: null,
      position: Array.isArray(steps) ? steps.length : 0,
      version: 1,
      goal,
    },
  };
}

export function editedMilestone({ input }: Args<EditMilestoneInput>, cache: Cache) {
  const { milestoneId, version, reached, opId: _, ...words } = input;
  return {
    __typename: 'EditMilestonePayload',
    goal: goalOf(milestoneId, cache),
    milestone: {
      __typename: 'Milestone',
      id: milestoneId,
      version: version + 1,
      ...(reached != null && { reachedAt: reached ? new Date().toISOString() : null }),
      ...words,
    },
  };
}

export function removedMilestone({ input }: Args<RemoveMilestoneInput>, cache: Cache) {
  const { milestoneId } = input;
  return { __typename: 'RemoveMilestonePayload', milestoneId, goal: goalOf(milestoneId, cache) };
}

function goalOf(milestoneId: string, cache: Cache) {
  const goal = cache.resolve({ __typename: 'Milestone', id: milestoneId }, 'goal');
  return { __typename: 'Goal', id: String(goal).slice('Goal:'.length) };
}

export function estimated({ input }: Args<EstimateProgressInput>, cache: Cache) {
  const goal: Entity = { __typename: 'Goal', id: input.goalId };
  const side = cache.resolve(cache.resolve(goal, 'mentorship') as string, 'mySide') as Side;
  const [mine, theirs] =
    side === 'MENTEE' ? ['menteeEstimate', 'mentorEstimate'] : ['mentorEstimate', 'menteeEstimate'];
  const other = cache.resolve(cache.resolve(goal, theirs as string) as string, 'value');
  const estimate = {
    __typename: 'ProgressEstimate',
    id: newId(input.opId),
    side,
    value: input.value,
    why: input.why ?? '',
    at: new Date().toISOString(),
  };
  return {
    __typename: 'EstimateProgressPayload',
    estimate,
    goal: {
      ...goal,
      [mine as string]: estimate,
      divergence: typeof other === 'number' ? Math.abs(other - input.value) : null,
    },
  };
}
