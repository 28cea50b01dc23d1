import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Actor } from '../harness/actor.ts';
import { type Belay, startBelay } from '../harness/belay.ts';
import { freePort } from '../harness/port.ts';
import { followBySocket, numbers, seqs } from '../stream/following.ts';

const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env;
/** A Redis of our own: nobody else's may be ended. */
const possible = Boolean(
  TEST_DATABASE_URL && TEST_REDIS_URL && !spawnSync('redis-server', ['--version']).error,
);

describe.runIf(possible)('two instances whose Redis goes away and comes back', () => {
  let port: number;
  let redis: ChildProcess;
  let here: Belay;
  let there: Belay;

  beforeAll(async () => {
    port = await freePort();
    redis = await startRedis(port);
    const redisUrl = `redis://127.0.0.1:${port}`;
    here = await startBelay({ database: 'postgres', redisUrl });
    there = await startBelay({ beside: here, redisUrl });
  });
  afterAll(async () => {
    await there.close();
    await here.close();
    await end(redis);
  });

  it('tell each other everything all the while, and who is in the room again afterwards', async () => {
    const { mentor, mentee, mentorshipId } = await here.pair();
    const guest = new Actor({ ...mentee, url: there.url, token: mentee.token });
    const following = followBySocket(guest, mentorshipId, 0);
    const addGoal = (title: string) => mentor.mutate('addGoal', { mentorshipId, title });
    await addGoal('before');
    expect(await seqs(following, 1)).toEqual([1]);

    await end(redis);
    for (const title of ['deaf', 'deafer', 'deafest']) await addGoal(title);
    expect(await seqs(following, 3)).toEqual(numbers(2, 4));

    redis = await startRedis(port);
    await addGoal('after');
    expect(await seqs(following, 1)).toEqual([5]);
    await following.stop();
    await expectPresence(mentor, guest, await plan(mentor, mentorshipId));
  });

  async function plan(mentor: Actor, mentorshipId: string): Promise<string> {
    const startsAt = here.clock.now().toISOString();
    const { meeting } = await mentor.mutate<{ meeting: { id: string } }>(
      'planMeeting',
      { mentorshipId, startsAt, minutes: 30, zone: 'UTC' },
      'meeting { id }',
    );
    return meeting.id;
  }

  /** Presence goes by the doorbell alone: to see the other side there, is to hear it ring again. */
  async function expectPresence(mentor: Actor, guest: Actor, meetingId: string): Promise<void> {
    const presence = guest.subscribe<{ __typename?: string; people: { person: { id: string } }[] }>(
      'subscription Present($id: ID!) { presence(meetingId: $id) { people { person { id } } } }',
      { id: meetingId },
      'presence',
    );
    await presence.next();
    let heard = false;
    const listening = (async () => {
      while (!heard) {
        const { people } = await presence.next();
        heard = people.some(({ person }) => person.id === mentor.id);
      }
    })();
    // A page says it again and again; the first words may come before both are connected.
    const say = () => mentor.mutate('showPresence', { meetingId, doing: 'READING' }, '__typename', null);
    await expect.poll(() => say().then(() => heard), { interval: 100, timeout: 30_000 }).toBe(true);
    await listening;
    await presence.stop();
  }
});

async function startRedis(port: number): Promise<ChildProcess> {
  const child = spawn('redis-server', ['--port', String(port), '--save', '', '--bind', '127.0.0.1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    if (said.includes('Ready to accept connections')) break;
  }
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
}
