import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@belay/server/database';
import { createTestDatabase, type TestDatabase } from '@belay/server/testDatabase';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notesSaying } from '../authorization/world.ts';
import { databaseKinds } from '../harness/databases.ts';
import { addPairs } from '../harness/pairs.ts';
import { ServerProcess } from '../harness/process.ts';
import type { Pair } from '../harness/story.ts';
import type { Event } from '../model/fold.ts';
import { Following } from '../model/following.ts';
import { FOLLOW, numbers } from '../stream/following.ts';
import { type Mails, startMails } from './mails.ts';

const WRITERS = 16;

/** A meeting that is live, with notes in it; `room` tells how it stands. */
async function openRoom({ mentor, mentee, mentorshipId }: Pair) {
  const plan = {
    mentorshipId,
    startsAt: new Date(),
    minutes: 45,
    zone: 'Europe/Zurich',
    objective: 'A first paper',
  };
  const planned = await mentor.mutate<{ meeting: { id: string } }>('planMeeting', plan, 'meeting { id }');
  const meetingId = planned.meeting.id;
  await mentor.mutate('startMeeting', { meetingId });
  await mentee.mutate('editNotes', { meetingId, update: notesSaying('Ask the library') });
  async function room() {
    const { meeting } = await mentee.query<{ meeting: { mentorship: { seq: number } } }>(
      `query Room($id: ID!) { meeting(id: $id) { state startedAt leader { id } currentSegment { id startedAt spent }
        notes { text } mentorship { seq } } }`,
      { id: meetingId },
    );
    const { mentorship, ...stands } = meeting;
    return { ...stands, head: mentorship.seq };
  }
  return { meetingId, room };
}

describe.each(databaseKinds)('a server that is killed, on the %s database', (kind) => {
  let dir: string;
  let database: TestDatabase;
  let mails: Mails;
  let server: ServerProcess;
  let pair: Pair;

  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'belay-killed-'));
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

  it('in mid-meeting has kept all that it acknowledged, and its followers miss nothing', async () => {
    const { meetingId, room } = await openRoom(pair);
    const { head: begun } = await room();
    /** Whether the server said that the pulse is kept. */
    const pulse = (opId: string) =>
      pair.mentor
        .mutate('givePulse', { meetingId, kind: 'HELPFUL', opId })
        .then(({ __typename }) => __typename === 'GivePulsePayload')
        .catch(() => false);
    const events: Event[] = [];
    const following = new Following({
      place: server,
      token: pair.mentee.token,
      query: FOLLOW,
      variables: { id: pair.mentorshipId },
      onEvent: (event) => events.push(event),
    });
    await following.reach(begun);
    const before = await room();

    const acknowledged: string[] = [];
    const unanswered: string[] = [];
    const killed = Promise.withResolvers<void>();
    async function write(): Promise<void> {
      for (;;) {
        const opId = randomUUID();
        const kept = await pulse(opId);
        (kept ? acknowledged : unanswered).push(opId);
        if (acknowledged.length === 2 * WRITERS) server.kill().then(killed.resolve, killed.reject);
        if (!kept) return;
      }
    }
    await Promise.all(Array.from({ length: WRITERS }, write));
    await killed.promise;
    await server.start();

    for (const opId of unanswered) expect(await pulse(opId)).toBe(true);
    const head = begun + acknowledged.length + unanswered.length;
    await following.reach(head);
    await following.stop();
    expect(unanswered.length).toBe(WRITERS);
    expect(events.map(({ seq }) => seq)).toEqual(numbers(1, head));
    // Still live, still led by the same person, in the same part, since the same moment, with the same notes.
    expect(await room()).toEqual({ ...before, head });
    await server.kill();
    const { prisma, close } = await openDatabase(database.config);
    const kept = await prisma.streamEvent.findMany({ where: { streamId: pair.mentorshipId } });
    await close();
    for (const opId of [...acknowledged, ...unanswered]) {
      expect(kept.filter((event) => event.opId === opId)).toHaveLength(1);
    }
  });

  it('while it mails sends the mail after its next start', async () => {
    mails.hold();
    const email = 'somebody@example.org';
    await pair.mentor.mutate('sendInvitation', { email, inviteeSide: 'MENTEE', words: 'Come' });
    await mails.begun();
    await server.kill();
    mails.release();
    expect(mails.taken).toEqual([]);

    // Its work is another's when half a minute has passed.
    const { prisma, close } = await openDatabase(database.config);
    const { count } = await prisma.job.updateMany({ data: { lockedUntil: new Date(0) } });
    await close();
    expect(count).toBeGreaterThan(0);
    await server.start();
    expect(await mails.next()).toBe(email);
  });
});
