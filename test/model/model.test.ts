import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@belay/server/database';
import { createTestDatabase, type TestDatabase } from '@belay/server/testDatabase';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseKinds } from '../harness/databases.ts';
import { addPairs } from '../harness/pairs.ts';
import { ServerProcess } from '../harness/process.ts';
import { expectAgreement, expectCountedOnce, tally } from './agreement.ts';
import { Client, TROUBLES } from './client.ts';
import { type Dice, dice } from './dice.ts';
import { chooseOperation } from './operations.ts';
import { foldOfStream, stateOfTables } from './stored.ts';

const RUNS = { embedded: 5, postgres: 2 };
/** Milliseconds after which no further run is begun. */
const ENOUGH = 40_000;
/** With `MODEL_SEED` a run is played again. */
const seed = Number(process.env.MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** On a machine that others use too. */
const LONG = { timeout: 240_000 };
const STEPS = 45;
/** After so many writes of both the server is killed. */
const kills = fc.uniqueArray(fc.integer({ min: 5, max: 2 * STEPS - 10 }), { minLength: 1, maxLength: 2 });

describe.each(databaseKinds)('a mentorship on the %s database', (kind) => {
  const runs = RUNS[kind];
  let dir: string;
  let database: TestDatabase;
  let pairs: Awaited<ReturnType<typeof addPairs>>;
  let server: ServerProcess;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'belay-model-'));
    database = await createTestDatabase(kind, dir);
    pairs = await addPairs(database, runs);
    server = await ServerProcess.start({ database: database.config });
  });
  afterAll(async () => {
    await server.kill();
    await database.drop();
    rmSync(dir, { recursive: true, force: true });
  });

  /** Both sides do whatever comes, at once, while the server is killed under their hands. */
  async function play(clients: Client[], rolls: Dice[], kills: number[]): Promise<void> {
    let writes = 0;
    let restarted = Promise.resolve();
    async function act(client: Client, roll: Dice): Promise<void> {
      for (let step = 0; step < STEPS; step += 1) {
        const { name, input } = chooseOperation(client, roll);
        const written = client.write(name, input, TROUBLES[roll(TROUBLES.length * 5)] ?? 'none');
        writes += 1;
        if (kills.includes(writes))
          restarted = restarted.then(() => server.kill()).then(() => server.start());
        await written;
      }
    }
    await openRoom(clients);
    await Promise.all(clients.map((client, side) => act(client, rolls[side] ?? dice(side))));
    await restarted;
  }

  it('is the same to all, whatever two people do while it is cut and killed', LONG, async () => {
    const began = performance.now();
    const played: ReturnType<typeof tally>[] = [];
    let next = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), kills, async (mentorSeed, menteeSeed, kills) => {
        const pair = pairs[next]?.(server.url);
        if (!pair || performance.now() - began > ENOUGH) return;
        next += 1;
        const clients = [pair.mentor, pair.mentee].map(
          (actor) => new Client(server, actor, pair.mentorshipId),
        );
        try {
          await play(clients, [dice(mentorSeed), dice(menteeSeed)], kills);
          await expectAgreement(clients);
          expectCountedOnce(clients);
          played.push(tally(clients));
        } finally {
          await Promise.all(clients.map((client) => client.stop()));
        }
      }),
      { numRuns: runs, seed, endOnFailure: true },
    );

    console.info(`MODEL_SEED=${seed}, ${kind}:`, played);
    expect(played.every(({ kept, resumed }) => kept > 20 && resumed >= 4)).toBe(true);

    expect(await server.stop()).toMatchObject({ code: 0 });
    const { prisma, close } = await openDatabase(database.config);
    for (const pair of pairs) {
      const { mentorshipId } = pair('');
      const { seqs, ...folded } = await foldOfStream(prisma, mentorshipId);
      expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      expect(folded).toEqual(await stateOfTables(prisma, mentorshipId));
    }
    await close();
  });
});

/** A meeting that goes on and a goal to talk about, known to both: what chance would take long to come to. */
async function openRoom([mentor, mentee]: Client[]): Promise<void> {
  if (!mentor || !mentee) return;
  const { mentorshipId } = mentor;
  await mentee.write('addGoal', { mentorshipId, title: 'Give a talk' });
  const startsAt = new Date().toISOString();
  await mentor.write('planMeeting', {
    mentorshipId,
    startsAt,
    minutes: 45,
    zone: 'UTC',
    agenda: ['The talk'],
  });
  await hearAll(mentor);
  await mentor.write('startMeeting', { meetingId: mentor.fold.of('Meeting')[0]?.id });
  await hearAll(mentor, mentee);
}

async function hearAll(...clients: Client[]): Promise<void> {
  for (const client of clients) await client.shared.reach((await client.read()).heads.shared);
}
