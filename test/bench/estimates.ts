import type { Agent } from 'node:http';
import { type Pair, tokenOf } from './database.ts';
import { askRight } from './http.ts';

/** A pair that has a goal to estimate. */
export type WritingPair = Pair & { goalId: string };

export const canWrite = (pair: Pair): pair is WritingPair => pair.goalId !== null;

const ESTIMATE = `mutation($input: EstimateProgressInput!) {
  estimateProgress(input: $input) { __typename }
}`;

/** Every server of the bench understands this write: the relay takes `stream`, and Belay `goalId`. */
export async function estimate(
  url: string,
  { goalId, menteeId, mentorshipId }: WritingPair,
  { opId, ours }: { opId: string; ours: boolean },
  agent: Agent,
): Promise<void> {
  const input = { goalId, value: Math.floor(Math.random() * 101), opId };
  const variables = { input: ours ? input : { ...input, stream: mentorshipId } };
  const body = await askRight(
    url,
    { token: tokenOf(menteeId), body: JSON.stringify({ query: ESTIMATE, variables }) },
    agent,
  );
  if (ours && !body.includes('EstimateProgressPayload')) throw new Error(`the write was refused: ${body}`);
}

/** Follows a mentorship from now on. */
export const FOLLOW = `subscription($id: ID!) {
  mentorshipEvents(mentorshipId: $id) {
    __typename id seq ... on ProgressEstimated { value goal { id } }
  }
}`;
