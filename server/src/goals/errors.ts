import type { GoalState } from '@belay/prisma/client';
import { Fact } from '../platform/errors.ts';

export class GoalNotInState extends Fact {
  readonly goalId: string;
  constructor(goalId: string, state: GoalState) {
    super(`This goal is ${WORDS[state]}, so that cannot be done now.`);
    this.goalId = goalId;
  }
}

const WORDS: Record<GoalState, string> = {
  IDEA: 'still an idea',
  ACTIVE: 'active',
  ACHIEVED: 'achieved',
  PARKED: 'parked',
  RETIRED: 'retired',
};
