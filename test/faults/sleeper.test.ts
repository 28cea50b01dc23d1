import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openSocket } from '../harness/socket.ts';
import { followBySocket, numbers, seqs } from '../stream/following.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

/** More than any buffer on the way holds: each event brings 100 kB. */
const LARGE = Array.from({ length: 50 }, (_, n) => `why${n}: why`).join(' ');
const MANY = 1500;

type Frame = { type: string; payload?: { data?: { mentorshipEvents: { seq: number } }; errors?: unknown } };

it('a client that sleeps while much happens is closed, and misses nothing when it comes back', async () => {
  const { mentor, mentee, mentorshipId } = await belay.pair();
  await mentor.mutate('addGoal', { mentorshipId, title: 'Read', why: 'x'.repeat(2000) });
  const { socket, closed } = await openSocket(belay, { authorization: `Bearer ${mentee.token}` });
  const frames: Frame[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  const query = `subscription Sleepy($id: ID!) {
    mentorshipEvents(mentorshipId: $id, after: 0) { seq ... on GoalAdded { goal { ${LARGE} } } } }`;
  socket.send(
    JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables: { id: mentorshipId } } }),
  );
  await once(socket, 'message');

  socket.pause();
  await repeatEvent(mentorshipId, MANY);
  await expect.poll(() => belay.app.services.streams.followers()).toBe(0);
  socket.resume();

  expect(await closed).toBe(1013);
  const seen = frames.flatMap(({ payload }) => payload?.data?.mentorshipEvents.seq ?? []);
  expect(seen).toEqual(numbers(1, seen.length));
  expect(seen.length).toBeLessThan(1 + MANY);
  expect(frames.at(-1)?.payload?.errors).toMatchObject([{ extensions: { code: 'SLOW_FOLLOWER' } }]);

  const awake = followBySocket(mentee, mentorshipId, seen.length);
  const missed = 1 + MANY - seen.length;
  expect(await seqs(awake, missed)).toEqual(numbers(seen.length + 1, 1 + MANY));
  await awake.stop();
});

/** Writes the first event of a stream down again and again, at once: by the front door it would take a minute. */
async function repeatEvent(streamId: string, times: number): Promise<void> {
  const { prisma, ring } = belay.app.services;
  await prisma.$transaction([
    prisma.$executeRaw`
      INSERT INTO stream_event (id, stream_id, seq, type, actor_id, payload, at)
      SELECT gen_random_uuid(), stream_id, 1 + n, type, actor_id, payload, at
      FROM stream_event, generate_series(1, ${times}::int) AS n
      WHERE stream_id = ${streamId}::uuid AND seq = 1`,
    prisma.$executeRaw`UPDATE stream SET seq = seq + ${times}::int WHERE id = ${streamId}::uuid`,
  ]);
  ring([streamId]);
}
