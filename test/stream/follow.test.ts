import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Actor } from '../harness/actor.ts';
import { type Belay, startBelay } from '../harness/belay.ts';
import type { Pair } from '../harness/story.ts';
import { codeOf, FOLLOW, type Following, followBySocket, followBySse, numbers, seqs } from './following.ts';

describe.each(['WebSocket', 'SSE'] as const)('following a mentorship over %s', (transport) => {
  let belay: Belay;
  let pair: Pair;
  let open: Following[];

  beforeAll(async () => {
    belay = await startBelay();
  });
  afterAll(() => belay.close());
  beforeEach(async () => {
    pair = await belay.pair();
    open = [];
  });
  afterEach(async () => {
    for (const following of open) await following.stop();
  });

  async function follow(after: number | null, actor = pair.mentee): Promise<Following> {
    const following =
      transport === 'SSE'
        ? await followBySse({ url: belay.url, token: actor.token }, pair.mentorshipId, after)
        : followBySocket(actor, pair.mentorshipId, after);
    open.push(following);
    return following;
  }

  const addGoal = (title: string, opId = randomUUID(), actor = pair.mentor) =>
    actor.ask(
      'mutation($input: AddGoalInput!) { addGoal(input: $input) { ... on AddGoalPayload { goal { id } } } }',
      {
        input: { mentorshipId: pair.mentorshipId, title, opId },
      },
    );

  it('shows the other side what happens, and what happened since a cursor', async () => {
    await addGoal('one');
    await addGoal('two');
    const following = await follow(1);
    expect(await seqs(following, 1)).toEqual([2]);
    await addGoal('three');
    expect(await seqs(following, 1)).toEqual([3]);
  });

  it('is whole whenever one joins, while sixteen write', async () => {
    const writing = Promise.all(Array.from({ length: 16 }, (_, n) => addGoal(`goal ${n}`)));
    const early = await follow(0);
    const first = await seqs(early, 5);
    const late = await follow(0);
    expect(await seqs(late, 16)).toEqual(numbers(1, 16));
    expect([...first, ...(await seqs(early, 11))]).toEqual(numbers(1, 16));
    await writing;
  });

  it('goes on without gap or repeat after a cut', async () => {
    await addGoal('one');
    const before = await follow(0);
    expect(await seqs(before, 1)).toEqual([1]);
    await before.stop();
    await addGoal('two');
    await addGoal('three');
    expect(await seqs(await follow(1), 2)).toEqual([2, 3]);
  });

  it('takes nothing any more when its client is gone', async () => {
    const { streams } = belay.app.services;
    const following = await follow(0);
    await addGoal('one');
    expect(await seqs(following, 1)).toEqual([1]);
    expect(streams.followers()).toBe(1);
    await following.stop();
    while (streams.followers() > 0) await pair.mentor.query('{ viewer { email } }');
  });

  it('counts an opId once, however often it comes at the same time', async () => {
    const opId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => addGoal('once', opId)));
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    const other = await addGoal('something else', opId);
    expect(other.errors?.[0]?.extensions?.code).toBe('CONFLICT');
    await addGoal('next');
    const following = await follow(0, pair.mentor);
    expect((await following.next())?.data?.mentorshipEvents).toMatchObject({ seq: 1, opId });
    expect(await seqs(following, 1)).toEqual([2]);
  });

  it.each([7, -1])('answers RESYNC_REQUIRED to a cursor it never had (%i)', async (after) => {
    await addGoal('one');
    const following = await follow(after);
    expect(await codeOf(following)).toBe('RESYNC_REQUIRED');
    expect(await following.next()).toBeUndefined();
  });

  it('answers RESYNC_REQUIRED to a cursor older than 30 days, and serves one that is younger', async () => {
    await addGoal('old');
    await addGoal('old too');
    belay.clock.advance(31 * 24 * 3600 * 1000);
    await addGoal('young');
    await belay.settle();
    expect(await codeOf(await follow(0))).toBe('RESYNC_REQUIRED');
    expect(await seqs(await follow(2), 1)).toEqual([3]);
  });

  it('tells a stranger that there is no such mentorship', async () => {
    await addGoal('private');
    const stranger = await belay.person();
    expect(await codeOf(await follow(0, stranger))).toBe('NOT_FOUND');
  });

  it('ends when its follower is let out of the mentorship, and shows nothing of what comes then', async () => {
    await addGoal('one');
    const following = await follow(0);
    expect(await seqs(following, 1)).toEqual([1]);
    const other = await belay.person();
    await belay.app.services.prisma.mentorship.update({
      where: { id: pair.mentorshipId },
      data: { menteeId: other.id },
    });
    await addGoal('not for them');
    const last = await following.next();
    expect(last?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect(last?.data ?? null).toBeNull();
    expect(await following.next()).toBeUndefined();
  });

  it('refuses what costs too much', async () => {
    const aliases = Array.from({ length: 200 }, (_, n) => `a${n}: id`).join(' ');
    const query = FOLLOW.replace('opId', `opId ${aliases}`);
    const actor = new Actor({ ...pair.mentee, url: belay.url });
    if (transport === 'WebSocket') {
      const results = actor.socket().iterate({ query, variables: { id: pair.mentorshipId, after: 0 } });
      const refused = await results.next().catch((errors) => ({ value: { errors } }));
      expect(JSON.stringify(refused.value?.errors)).toContain('aliases');
      return;
    }
    const answer = await actor.ask(query, { id: pair.mentorshipId, after: 0 });
    expect(JSON.stringify(answer.errors)).toContain('aliases');
  });
});
