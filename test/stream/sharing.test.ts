import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeToken } from '../accounts/credentials.ts';
import { Actor } from '../harness/actor.ts';
import { type Belay, startBelay } from '../harness/belay.ts';
import { signIn } from '../harness/page.ts';
import type { Pair } from '../harness/story.ts';

/** What differs between people: the `opId` is shown to whoever wrote, and fields may be left out or renamed. */
const DOCUMENTS = [
  'subscription A($id: ID!, $more: Boolean!) { mentorshipEvents(mentorshipId: $id, after: 0) { __typename id seq opId actor { id } at @include(if: $more) } }',
  'subscription A($id: ID!, $more: Boolean!) { mentorshipEvents(mentorshipId: $id, after: 0) { number: seq mine: opId ... on GoalAdded { goal { id title why @skip(if: $more) mentorship { id seq } } } } }',
  `subscription A($id: ID!, $more: Boolean!) { mentorshipEvents(mentorshipId: $id, after: 0) { seq id @include(if: $more) } }
   subscription B($id: ID!, $more: Boolean!) { mentorshipEvents(mentorshipId: $id, after: 0) { seq opId @skip(if: $more) } }`,
] as const;

type Follower = { side: 'mentor' | 'mentee'; document: 0 | 1 | 2; operationName: 'A' | 'B'; more: boolean };

const follower = fc
  .record({
    side: fc.constantFrom('mentor' as const, 'mentee' as const),
    document: fc.constantFrom(0 as const, 1 as const, 2 as const),
    operationName: fc.constantFrom('A' as const, 'B' as const),
    more: fc.boolean(),
  })
  .filter(({ document, operationName }) => document === 2 || operationName === 'A');

describe('followers who are served together', () => {
  let belay: Belay;
  let pair: Pair;

  beforeAll(async () => {
    belay = await startBelay();
    pair = await belay.pair();
  });
  afterAll(() => belay.close());

  /** Begins to follow and returns a function that waits for the next so many results. */
  function follow({ document, operationName, more }: Follower, actor: Actor) {
    const client = actor.socket();
    const results = client.iterate({
      query: DOCUMENTS[document],
      operationName,
      variables: { id: pair.mentorshipId, more },
    });
    return async (count: number): Promise<unknown[]> => {
      const seen: unknown[] = [];
      while (seen.length < count) seen.push((await results.next()).value);
      await results.return?.(undefined);
      await client.dispose();
      return seen;
    };
  }

  it('each get what they would have got alone', async () => {
    // With a token of their own nobody shares with them.
    const alone = {
      mentor: (await makeToken(await signIn(belay, pair.mentor.email))).secret,
      mentee: (await makeToken(await signIn(belay, pair.mentee.email))).secret,
    };
    let written = 0;

    await fc.assert(
      fc.asyncProperty(fc.array(follower, { minLength: 2, maxLength: 8 }), async (followers) => {
        const together = followers.map((one) => follow(one, pair[one.side]));
        for (const side of ['mentor', 'mentee'] as const) {
          const title = `goal ${written++}`;
          const input = { mentorshipId: pair.mentorshipId, title, opId: title };
          expect(await pair[side].mutate('addGoal', input)).toMatchObject({ __typename: 'AddGoalPayload' });
        }
        const shared = await Promise.all(together.map((read) => read(written)));
        for (const [index, one] of followers.entries()) {
          const actor = new Actor({ ...pair[one.side], url: belay.url, token: alone[one.side] });
          expect(lasting(shared[index])).toEqual(lasting(await follow(one, actor)(written)));
        }
      }),
      { numRuns: 12 },
    );
  });
});

/** Without the one thing that changes with the time of reading: how far the mentorship has come since. */
function lasting(results: unknown): unknown {
  return JSON.parse(JSON.stringify(results), (_key, value) =>
    value && typeof value === 'object' && 'mentorship' in value ? { ...value, mentorship: null } : value,
  );
}
