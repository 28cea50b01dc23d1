import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readMigrations } from '@belay/prisma/migrate';
import pg from 'pg';
import type { DatabaseConfig } from './config.ts';
import { type Database, openDatabase } from './database.ts';

/** The database this run of the tests is on: vitest.config.ts makes one run for each kind that is there. */
export const testDatabaseKind: Database['kind'] =
  process.env.TEST_ON === 'postgres' ? 'postgres' : 'embedded';

/** The same as a list, for tests that name the database they speak of. */
export const testDatabaseKinds: readonly Database['kind'][] = [testDatabaseKind];

/** Redis rings the doorbells when the tests are on PostgreSQL and `TEST_REDIS_URL` names one. */
export const testRedisUrl: string | null =
  testDatabaseKind === 'postgres' ? (process.env.TEST_REDIS_URL ?? null) : null;

export interface TestDatabase {
  config: DatabaseConfig;
  /** Removes the database; call it when everything that uses it has been closed. */
  drop(): Promise<void>;
}

/**
 * Settings of a database that is migrated, empty and nobody else's. The embedded one is in memory unless `dir` names
 * a folder for it.
 */
export async function createTestDatabase(
  kind: Database['kind'] = testDatabaseKind,
  dir: string | null = null,
): Promise<TestDatabase> {
  if (kind === 'postgres') return createOnServer();
  return { config: { kind, dir, template: await templateFile() }, drop: async () => undefined };
}

/** An open database for tests that need no server; `close` also removes it. */
export async function openTestDatabase(kind: Database['kind'] = testDatabaseKind): Promise<Database> {
  const { config, drop } = await createTestDatabase(kind);
  const database = await openDatabase(config);
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

async function createOnServer(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error('TEST_DATABASE_URL must name a PostgreSQL server to test on.');
  const name = `belay_test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    config: { kind: 'postgres', url: url.href, poolSize: 10 },
    drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * The dump of a migrated, empty embedded database. Making one takes seconds and opening a dump a fraction of one, so
 * it is kept between runs, under a name that changes with the migrations and with the version of PGlite.
 */
async function templateFile(): Promise<string> {
  const folder = resolve(import.meta.dirname, '../../../node_modules/.cache/belay');
  const file = join(folder, `empty-${fingerprint()}.tar`);
  if (existsSync(file)) return file;

  const database = await openDatabase({ kind: 'embedded', dir: null });
  const dump = await database.pglite?.dumpDataDir('none');
  await database.close();
  if (!dump) throw new Error('The embedded database gave no dump.');
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
  renameSync(unfinished, file);
  return file;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  hash.update(readFileSync(resolve(import.meta.dirname, '../../package.json')));
  for (const { name, checksum } of readMigrations()) hash.update(name).update(checksum);
  return hash.digest('hex').slice(0, 16);
}
