import type { GoalState } from '@belay/prisma/client';
import { Fact } from '../platform/errors.ts';
import { MAX_ACTIVE } from './limits.ts';

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

type Named = { id: string; title: string };

/** A mentee has two active goals; it names those that whoever asks may see, and counts the others. */
export class GoalLimitReached extends Fact {
  readonly limit = MAX_ACTIVE;
  readonly goalIds: string[];
  constructor(seen: Named[], unseen: number) {
    super(`There are ${MAX_ACTIVE} active goals already: ${inWords(seen, unseen)}. Park one of them first.`);
    this.goalIds = seen.map(({ id }) => id);
  }
}

function inWords(seen: Named[], unseen: number): string {
  const parts = seen.map(({ title }) => `“${title}”`);
  if (unseen === 1) parts.push('one in another mentorship, which the mentee can park');
  if (unseen > 1) parts.push('those in other mentorships, which the mentee can park');
  return parts.join(' and ');
}
