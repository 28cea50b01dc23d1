import { createHash } from 'node:crypto';
import { refreshLiveMeeting, seedSampleStory } from '@belay/prisma/seed';
import { openTestDatabase } from '@belay/server/testDatabase';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Database = Awaited<ReturnType<typeof openTestDatabase>>;

const NOW = new Date('2026-03-10T09:30:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 24 * 3_600_000);

async function fingerprint({ pool }: Database): Promise<string> {
  const tables = await pool.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
     AND relname NOT LIKE '\\_%' ORDER BY 1`,
  );
  const hash = createHash('sha256');
  for (const { name } of tables.rows) {
    const { rows } = await pool.query(`SELECT "${name}"::text AS row FROM "${name}" ORDER BY 1`);
    for (const { row } of rows) hash.update(`${name} ${row}\n`);
  }
  return hash.digest('hex');
}

describe('seeding', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await seedSampleStory(database.prisma, { now: NOW });
  });
  afterAll(() => database.close());

  const count = async (sql: string) =>
    (await database.pool.query(`SELECT count(*)::int AS n ${sql}`)).rows[0].n;

  it('gives the same data for the same seed and moment, and other data for another seed', async () => {
    const prints = new Set([await fingerprint(database)]);
    for (const seed of [1, 2]) {
      const again = await openTestDatabase();
      await seedSampleStory(again.prisma, { now: NOW, seed });
      prints.add(await fingerprint(again));
      await again.close();
    }
    expect(prints.size).toBe(2);
  });

  it.each(['mentorship', 'goal', 'agenda_item', 'action_item', 'exchange', 'advice', 'invitation'])(
    'tells a %s in every state',
    async (table) => {
      const { rows } = await database.pool.query(
        `SELECT unnest(enum_range(NULL::${table === 'agenda_item' ? 'agenda' : table === 'action_item' ? 'action' : table}_state))::text AS state
         EXCEPT SELECT state::text FROM ${table}`,
      );
      expect(rows).toEqual([]);
    },
  );

  it('has streams without gaps whose heads are their newest events', async () => {
    const broken = await database.pool.query(
      `SELECT stream.id FROM stream JOIN stream_event event ON event.stream_id = stream.id
       GROUP BY stream.id, stream.seq
       HAVING max(event.seq) <> stream.seq OR count(*) <> max(event.seq) - min(event.seq) + 1`,
    );
    expect(broken.rows).toEqual([]);
    expect(
      await count(
        `FROM stream_event WHERE at < '${later(-30).toISOString()}' OR at > '${NOW.toISOString()}'`,
      ),
    ).toBe(0);
  });

  it('keeps the promises of the house', async () => {
    const broken = [
      // 2: places within capacity
      `FROM mentorship JOIN profile ON person_id = mentor_id WHERE mentor_place > capacity`,
      // 7: a closed exchange was never sealed by both, a revealed one was
      `FROM exchange JOIN LATERAL (SELECT count(sealed_at) AS sealed FROM exchange_entry
         WHERE exchange_id = exchange.id) entries ON true WHERE (state = 'REVEALED') <> (sealed = 2)`,
      // 10: nothing on the agenda of a meeting that is over is left open
      `FROM agenda_item item JOIN meeting ON meeting.id = item.meeting_id
       WHERE meeting.state IN ('ENDED', 'CANCELLED', 'NO_SHOW') AND item.state = 'OPEN'`,
      `FROM action_item item JOIN action_item earlier ON earlier.id = item.carried_from_id
       WHERE earlier.state <> 'CARRIED'`,
      // Time runs forward
      `FROM meeting WHERE started_at > ended_at OR created_at > starts_at OR created_at > '${NOW.toISOString()}'`,
      `FROM action_item WHERE settled_at < created_at OR settled_at > '${NOW.toISOString()}'`,
      `FROM exchange_entry WHERE sealed_at > '${NOW.toISOString()}'`,
    ];
    for (const sql of broken) expect(await count(sql), sql).toBe(0);
  });

  it('makes a fresh live meeting when the story is found again days later, and leaves a fresh one alone', async () => {
    const live = () =>
      database.prisma.meeting.findMany({ where: { state: 'LIVE' }, select: { id: true, startedAt: true } });
    const [first] = await live();
    await refreshLiveMeeting(database.prisma, NOW);
    expect(await live()).toEqual([first]);

    await refreshLiveMeeting(database.prisma, later(3));
    const [second, ...others] = await live();
    expect(others).toEqual([]);
    expect(second?.id).not.toBe(first?.id);
    expect(later(3).getTime() - (second?.startedAt?.getTime() ?? 0)).toBeLessThan(20 * 60_000);
    expect(await database.prisma.meeting.findUnique({ where: { id: first?.id ?? '' } })).toMatchObject({
      state: 'ENDED',
      endReason: 'INACTIVITY',
    });
    expect(await count(`FROM agenda_item WHERE meeting_id = '${first?.id}' AND state = 'OPEN'`)).toBe(0);
    const gaps = await count(
      `FROM (SELECT stream.id FROM stream JOIN stream_event event ON event.stream_id = stream.id
       GROUP BY stream.id, stream.seq HAVING max(event.seq) <> stream.seq
       OR count(*) <> max(event.seq) - min(event.seq) + 1) broken`,
    );
    expect(gaps).toBe(0);
  });
});
