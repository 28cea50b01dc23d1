import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

/** A migration as it stands in `migrations/<name>/migration.sql`. */
export interface Migration {
  name: string;
  sql: string;
  /** SHA-256 of the file, hexadecimal. */
  checksum: string;
}

/** The database and the migrations do not fit together; the message says how and what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** The lock `prisma migrate deploy` takes, so that it and we never migrate at once. */
const LOCK = 72_707_369;
const LOCK_WAIT = '60s';

/**
 * Brings the database to the newest migration and returns the names of those it applied.
 *
 * Keeps the books as `prisma migrate deploy` does, in `_prisma_migrations`. Each migration and its row are one
 * transaction: it happens whole or not at all. Servers that start at once wait for the first, up to a minute.
 * A database that is up to date costs one query.
 *
 * @throws {MigrationError} when the database is newer, was changed behind our back, or a migration fails
 */
export async function migrate(pool: pg.Pool, migrations = readMigrations()): Promise<string[]> {
  if (pending(migrations, await appliedMigrations(pool)).length === 0) return [];

  const client = await pool.connect();
  try {
    await lock(client);
    await client.query(CREATE_BOOKS);
    const missing = pending(migrations, await appliedMigrations(client));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    // Closing the session frees its lock, whatever state a failure left it in.
    client.release(true);
  }
}

/** The migrations in `folder`, oldest first. */
export function readMigrations(folder = join(import.meta.dirname, 'migrations')): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Applied {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
  logs: string | null;
}

async function appliedMigrations(db: pg.Pool | pg.ClientBase): Promise<Applied[]> {
  const books = await db.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS kept`);
  if (!books.rows[0].kept) return [];
  const { rows } = await db.query<Applied>(
    'SELECT migration_name, checksum, finished_at, logs FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  return rows;
}

function pending(migrations: Migration[], applied: Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of applied) {
    const migration = known.get(row.migration_name);
    if (!migration) throw new MigrationError(newer(row.migration_name));
    if (!row.finished_at) throw new MigrationError(halfway(row));
    if (row.checksum !== migration.checksum) throw new MigrationError(changed(row.migration_name));
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
}

async function lock(client: pg.ClientBase): Promise<void> {
  await client.query(`SET lock_timeout = '${LOCK_WAIT}'`);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
  } catch (cause) {
    throw new MigrationError(
      'Another process has been migrating this database for over a minute. Wait for it, or end it.',
      { cause },
    );
  }
}

async function apply(client: pg.ClientBase, migration: Migration): Promise<void> {
  const startedAt = new Date();
  try {
    await client.query('BEGIN');
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name, startedAt],
    );
    await client.query('COMMIT');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationError(`The migration ${migration.name} failed and changed nothing: ${reason}`, {
      cause,
    });
  }
}

function newer(name: string): string {
  return `The database was made by a newer version of Belay: this one does not know its migration ${name}. Start the newer version, or restore a backup from before it.`;
}

function halfway({ migration_name, logs }: Applied): string {
  return `The migration ${migration_name} stopped halfway when another tool applied it. Restore a backup, or mend the database by hand and settle it with "prisma migrate resolve".${logs ? `\n${logs}` : ''}`;
}

function changed(name: string): string {
  return `The migration ${name} is not the one that was applied to this database: its file was edited afterwards. Put the file back as it was and write a new migration for the change.`;
}

const CREATE_BOOKS = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;
