import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createTestDatabase, type TestDatabase } from '@belay/server/testDatabase';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseKinds } from '../harness/databases.ts';
import { addPairs } from '../harness/pairs.ts';
import { ServerProcess } from '../harness/process.ts';
import { openSocket } from '../harness/socket.ts';
import type { Pair } from '../harness/story.ts';
import { Following } from '../model/following.ts';
import { FOLLOW } from '../stream/following.ts';
import { type Mails, startMails } from './mails.ts';

describe.each(databaseKinds)('a server that is told to end, on the %s database', (kind) => {
  let dir: string;
  let database: TestDatabase;
  let mails: Mails;
  let server: ServerProcess;
  let pair: Pair;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'belay-drain-'));
    database = await createTestDatabase(kind, dir);
    const [at] = await addPairs(database, 1);
    mails = await startMails();
    server = await ServerProcess.start({ database: database.config, env: { SMTP_URL: mails.url } });
    pair = at?.(server.url) as Pair;
  });
  afterEach(async () => {
    await server.kill();
    await mails.close();
    await database.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  const body = () =>
    JSON.stringify({
      query: 'mutation Late($input: AddGoalInput!) { addGoal(input: $input) { __typename } }',
      variables: { input: { mentorshipId: pair.mentorshipId, title: 'Said late', opId: randomUUID() } },
    });

  /** A request that has come as far as its first half; `finish` sends the other and returns the answer. */
  async function begin(body: string) {
    const sent = request(`${server.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        authorization: `Bearer ${pair.mentor.token}`,
        expect: '100-continue',
      },
    });
    const answered = once(sent, 'response');
    // When it is cut, whoever wants the answer learns of it.
    answered.catch(() => undefined);
    sent.on('error', () => undefined);
    sent.flushHeaders();
    await once(sent, 'continue');
    sent.write(body.slice(0, 20));
    return async function finish() {
      sent.end(body.slice(20));
      const [response] = await answered;
      return { status: response.statusCode, data: JSON.parse(await text(response)).data };
    };
  }

  it('answers what it was asked, asks its sockets to come back, and is gone within 10 seconds', async () => {
    const following = new Following({
      place: server,
      token: pair.mentee.token,
      query: FOLLOW,
      variables: { id: pair.mentorshipId },
      onEvent: () => undefined,
    });
    const socket = await openSocket(server, { authorization: `Bearer ${pair.mentee.token}` });
    const finish = await begin(body());

    const stopped = server.stop();
    expect(await socket.closed).toBe(1012);
    expect(await finish()).toEqual({ status: 200, data: { addGoal: { __typename: 'AddGoalPayload' } } });
    const { code, took } = await stopped;
    expect(code).toBe(0);
    expect(took).toBeLessThan(10_000);

    await server.start();
    await following.reach(1);
    await following.stop();
  });

  it('does not wait for a request that never ends', async () => {
    const finish = await begin(body());
    const { code, took } = await server.stop();
    expect(code).toBe(0);
    expect(took).toBeLessThan(10_000);
    await expect(finish()).rejects.toThrow();
  });

  it('hands on a job that takes long, to whoever comes next', async () => {
    mails.hold();
    const email = 'somebody@example.org';
    await pair.mentor.mutate('sendInvitation', { email, inviteeSide: 'MENTEE', words: 'Come' });
    await mails.begun();
    const { code, took } = await server.stop();
    expect(code).toBe(0);
    expect(took).toBeLessThan(10_000);

    mails.release();
    await server.start();
    expect(await mails.next()).toBe(email);
  });
});
