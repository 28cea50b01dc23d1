import type { GoalState } from '../../platform/generated/graphql.ts';

/** How a goal stands, in one word. */
export const stateName: Record<GoalState, string> = {
  IDEA: 'Idea',
  ACTIVE: 'Active',
  PARKED: 'Parked',
  ACHIEVED: 'Achieved',
  RETIRED: 'Let go',
};

/** What somebody has done when they brought a goal there: "Amara has parked …". */
export const stateDeed: Record<GoalState, string> = {
  IDEA: 'written down',
  ACTIVE: 'taken up',
  PARKED: 'parked',
  ACHIEVED: 'achieved',
  RETIRED: 'let go',
};

/** In this order they stand in a list. */
export const stateOrder: Record<GoalState, number> = {
  ACTIVE: 0,
  IDEA: 1,
  PARKED: 2,
  ACHIEVED: 3,
  RETIRED: 4,
};

export const isOver = (state: GoalState): boolean => state === 'ACHIEVED' || state === 'RETIRED';
