import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { testDatabaseKind, testRedisUrl } from '@belay/server/testDatabase';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeToken, program, REVOKE } from '../accounts/credentials.ts';
import { Actor } from '../harness/actor.ts';
import { type Belay, startBelay } from '../harness/belay.ts';
import { signIn } from '../harness/page.ts';
import { openSocket } from '../harness/socket.ts';
import type { Pair } from '../harness/story.ts';
import { codeOf, type Following, followBySocket, followBySse, numbers, seqs } from './following.ts';

/** The embedded database has one process, which is then both. */
const doorbells: [name: string, redisUrl: string | null][] =
  testDatabaseKind === 'embedded'
    ? [['itself', null]]
    : [['PostgreSQL', null], ...(testRedisUrl ? [['Redis', testRedisUrl] satisfies [string, string]] : [])];

type Room = { __typename?: string; people: { person: { id: string }; doing: string }[] };

describe.each(doorbells)('instances with a doorbell by %s', (name, redisUrl) => {
  let here: Belay;
  let there: Belay;
  let pair: Pair;
  let open: Following[];

  beforeAll(async () => {
    here = await startBelay({ redisUrl });
    there = name === 'itself' ? here : await startBelay({ beside: here, redisUrl });
  });
  afterAll(async () => {
    if (there !== here) await there.close();
    await here.close();
  });
  beforeEach(async () => {
    pair = await here.pair();
    open = [];
  });
  afterEach(async () => {
    for (const following of open) await following.stop();
  });

  const at = ({ url }: Belay, { id, name, email, token }: Actor) =>
    new Actor({ url, id, name, email, token });

  function follow(belay: Belay, after: number | null): Following {
    const following = followBySocket(at(belay, pair.mentee), pair.mentorshipId, after);
    open.push(following);
    return following;
  }

  /** Whether the server said that the goal is kept. */
  async function addGoal(belay: Belay, title: string): Promise<boolean> {
    const { data } = await at(belay, pair.mentor).ask<{ addGoal: { goal: object } }>(
      'mutation($input: AddGoalInput!) { addGoal(input: $input) { ... on AddGoalPayload { goal { id } } } }',
      { input: { mentorshipId: pair.mentorshipId, title, opId: randomUUID() } },
    );
    return Boolean(data?.addGoal);
  }

  async function planMeeting(): Promise<string> {
    const startsAt = new Date(here.clock.now().getTime() + 3_600_000).toISOString();
    const { meeting } = await pair.mentor.mutate<{ meeting: { id: string } }>(
      'planMeeting',
      { mentorshipId: pair.mentorshipId, startsAt, zone: 'Europe/Zurich', minutes: 30, objective: 'Talk' },
      'meeting { id }',
    );
    return meeting.id;
  }

  /** Cuts the database's connections whose name begins like this. */
  const cutDatabase = (name: string) =>
    here.app.database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE $1 AND pid <> pg_backend_pid()`,
      [`${name}%`],
    );

  async function cutDoorbells(): Promise<void> {
    if (!redisUrl) return void (await cutDatabase('belay doorbell'));
    const { rows } = await here.app.database.pool.query('SELECT current_database() AS name');
    const clients = (await askRedis(redisUrl, ['CLIENT LIST'])).split('\n');
    const ours = clients.filter((line) => line.includes(`name=belay:${rows[0].name}:`));
    expect(ours).toHaveLength(4);
    await askRedis(
      redisUrl,
      ours.map((line) => `CLIENT KILL ID ${line.match(/id=(\d+)/)?.[1]}`),
    );
  }

  it('show at one what was written at the other', async () => {
    const following = follow(there, 0);
    await addGoal(here, 'one');
    expect(await seqs(following, 1)).toEqual([1]);
    await addGoal(here, 'two');
    await addGoal(there, 'three');
    expect(await seqs(following, 2)).toEqual([2, 3]);
  });

  it('count the writes of both in one order', async () => {
    const [a, b] = [follow(here, 0), follow(there, 0)];
    await Promise.all(Array.from({ length: 40 }, (_, n) => addGoal(n % 2 ? here : there, `goal ${n}`)));
    expect(await seqs(a, 40)).toEqual(numbers(1, 40));
    expect(await seqs(b, 40)).toEqual(numbers(1, 40));
  });

  it('end what a token opened at one when it is revoked at the other', async () => {
    const page = await signIn(here, pair.mentee.email);
    const { secret, token } = await makeToken(page);
    const socket = await openSocket(there, { authorization: `Bearer ${secret}` });
    const events = await followBySse({ url: there.url, token: secret }, pair.mentorshipId, 0);
    await addGoal(here, 'one');
    expect(await seqs(events, 1)).toEqual([1]);
    await page.ask(REVOKE, { input: { tokenId: token.id } });
    expect(await socket.closed).toBe(4401);
    expect(await codeOf(events)).toBe('UNAUTHENTICATED');
    expect(await events.next()).toBeUndefined();
    const refused = await program(there, secret).ask('{ viewer { email } }');
    expect(refused.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('show at one who is in the room at the other', async () => {
    const meetingId = await planMeeting();
    const query = 'subscription($id: ID!) { presence(meetingId: $id) { people { person { id } doing } } }';
    const room = at(there, pair.mentor).subscribe<Room>(query, { id: meetingId }, 'presence');
    expect(await room.next()).toEqual({ people: [] });
    await at(here, pair.mentee).ask(
      'mutation($input: ShowPresenceInput!) { showPresence(input: $input) { __typename } }',
      { input: { meetingId, doing: 'TALKING' } },
    );
    let state = await room.next();
    while (state.people.length === 0) state = await room.next();
    expect(state).toEqual({ people: [{ person: { id: pair.mentee.id }, doing: 'TALKING' }] });
    await room.stop();
  });

  if (name === 'itself') return;

  it('lose nothing when the doorbells are cut', async () => {
    const following = follow(there, 0);
    await addGoal(here, 'before');
    expect(await seqs(following, 1)).toEqual([1]);
    await cutDoorbells();
    for (let n = 0; n < 5; n++) await addGoal(here, `while deaf ${n}`);
    expect(await seqs(following, 5)).toEqual(numbers(2, 6));
  });

  it('lose nothing that was acknowledged when every connection to the database is cut', async () => {
    const following = follow(there, 0);
    await addGoal(here, 'before');
    expect(await seqs(following, 1)).toEqual([1]);
    const writing = Promise.all(
      Array.from({ length: 30 }, (_, n) => addGoal(n % 2 ? here : there, `goal ${n}`)),
    );
    await cutDatabase('belay');
    const acknowledged = (await writing).filter(Boolean).length;
    while (!(await addGoal(here, 'after')));
    const { data } = await pair.mentor.ask<{ mentorship: { seq: number } }>(
      'query($id: ID!) { mentorship(id: $id) { seq } }',
      { id: pair.mentorshipId },
    );
    const head = data?.mentorship.seq ?? 0;
    expect(head).toBeGreaterThanOrEqual(2 + acknowledged);
    expect(await seqs(following, head - 1)).toEqual(numbers(2, head));
  });

  it('let a client of one that restarts go on at the other', async () => {
    const third = await startBelay({ beside: here, redisUrl });
    const socket = await openSocket(third, { authorization: `Bearer ${pair.mentee.token}` });
    const following = follow(third, 0);
    await addGoal(here, 'one');
    const [last] = await seqs(following, 1);
    await third.close();
    expect(await socket.closed).toBe(1012);
    await addGoal(here, 'two');
    expect(await seqs(follow(there, last ?? 0), 1)).toEqual([2]);
  });
});

/** Says lines to Redis and returns all it answered. */
async function askRedis(redisUrl: string, lines: string[]): Promise<string> {
  const { hostname, port } = new URL(redisUrl);
  const socket = connect(Number(port || 6379), hostname);
  socket.write([...lines, 'QUIT', ''].join('\r\n'));
  return text(socket);
}
