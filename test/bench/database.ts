import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';

/** A mentorship with a goal to write about, and the tokens of its two people. */
export type Pair = {
  mentorshipId: string;
  mentorId: string;
  menteeId: string;
  /** Null when nothing can be written to it. */
  goalId: string | null;
};

export type BenchDatabase = {
  url: string;
  meetings: number;
  pairs: Pair[];
  /** The processes of the database that serve ours. */
  backends(): Promise<number[]>;
  drop(): Promise<void>;
};

/** Personal tokens are what a person's id makes them, so that nobody needs to keep them. */
export const tokenOf = (personId: string) => `belay_pat_bench_${personId}`;

const REPOSITORY = resolve(import.meta.dirname, '../..');

/** A database of our own on the server that was named, with `scale` times the sample story (about 390 meetings each). */
export async function createBenchDatabase(server: string, scale: number): Promise<BenchDatabase> {
  const name = `belay_bench_${randomUUID().slice(0, 8)}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const drop = () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  try {
    return { ...(await fill(url, scale)), url, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function fill(url: string, scale: number) {
  const args = [join(REPOSITORY, 'prisma/seed/main.ts'), '--database', url, '--scale', String(scale)];
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(readFileSync(join(import.meta.dirname, 'peers/functions.sql'), 'utf8'));
  await client.query(
    'CREATE TABLE relay_event (id bigserial PRIMARY KEY, stream uuid, op_id text, value int)',
  );
  const people = (await client.query<{ id: string }>('SELECT id FROM person')).rows.map(({ id }) => id);
  await client.query(
    `INSERT INTO personal_token (id, person_id, name, hash, hint, expires_at, created_at)
     SELECT gen_random_uuid(), id, 'bench', hash, 'bench', now() + interval '1 day', now()
     FROM unnest($1::uuid[], $2::text[]) AS made(id, hash)`,
    [people, people.map(hashOf)],
  );
  const { rows: pairs } = await client.query<Pair>(
    `SELECT id AS "mentorshipId", mentor_id AS "mentorId", mentee_id AS "menteeId", (
       SELECT id FROM goal WHERE mentorship_id = mentorship.id AND goal.state = 'ACTIVE'
         AND mentorship.state = 'ACTIVE' LIMIT 1) AS "goalId"
     FROM mentorship ORDER BY id`,
  );
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int FROM meeting');
  await client.query('VACUUM ANALYZE');
  await client.end();
  return { meetings: rows[0]?.count ?? 0, pairs, backends: () => backends(url) };
}

const hashOf = (personId: string) => createHash('sha256').update(tokenOf(personId)).digest('hex');

async function backends(url: string): Promise<number[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database()',
  );
  await client.end();
  return rows.map(({ pid }) => pid);
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql);
  await client.end();
}
