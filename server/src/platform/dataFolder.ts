import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import { DatabaseError } from './databaseError.ts';

/** The PostgreSQL version inside PGlite. Its files are read by this version only. */
const POSTGRES_MAJOR = 18;

/**
 * Opens the embedded database in `dir`, makes it when there is none, and keeps every other process out until the
 * returned `close` is called or this process ends, however it ends.
 * @throws {DatabaseError} when the folder is in use, cannot be written, or belongs to another version
 */
export async function openDataFolder(
  dir: string,
  template?: Blob,
): Promise<{ pglite: PGlite; close(): Promise<void> }> {
  makeWritable(dir);
  const unlock = lockFolder(dir);
  try {
    const database = join(dir, 'database');
    if (!existsSync(database)) await createDatabase(database, template);
    checkVersion(database);
    const pglite = await PGlite.create(database);
    return {
      pglite,
      async close() {
        await pglite.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function makeWritable(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DatabaseError(
      `The data folder ${dir} cannot be written (${reason}). Give it to the user that runs Belay, or name another with DATA_DIR.`,
      { cause },
    );
  }
}

/**
 * PGlite does not notice a second process on its files and loses rows when there is one. Node has no `flock`, but
 * SQLite has, so the lock is an open SQLite transaction: the kernel ends it with the process, and nothing is left
 * behind that somebody would have to judge stale.
 */
function lockFolder(dir: string): () => void {
  const lock = new DatabaseSync(join(dir, 'lock'));
  try {
    lock.exec('PRAGMA synchronous = OFF; BEGIN IMMEDIATE');
    lock.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER); DELETE FROM holder');
    lock.prepare('INSERT INTO holder VALUES (?)').run(process.pid);
    // Committed, so that others can read who holds the lock; then taken again, and held.
    lock.exec('COMMIT; BEGIN IMMEDIATE');
    return () => lock.close();
  } catch (cause) {
    const holder = readHolder(lock);
    lock.close();
    throw new DatabaseError(
      `The data folder ${dir} is in use by another Belay${holder ? ` (process ${holder})` : ''}. Stop that one first, or name another folder with DATA_DIR.`,
      { cause },
    );
  }
}

function readHolder(lock: DatabaseSync): unknown {
  try {
    return lock.prepare('SELECT pid FROM holder').get()?.pid;
  } catch {
    return undefined;
  }
}

/** A half-made database must never be taken for a whole one, so it gets its name when it is done. */
async function createDatabase(database: string, template: Blob | undefined): Promise<void> {
  const unfinished = `${database}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const pglite = await PGlite.create(unfinished, { loadDataDir: template });
  await pglite.close();
  renameSync(unfinished, database);
}

function checkVersion(database: string): void {
  const file = join(database, 'PG_VERSION');
  const major = existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN;
  if (major === POSTGRES_MAJOR) return;
  const made =
    major > POSTGRES_MAJOR ? 'by a newer' : major < POSTGRES_MAJOR ? 'by an older' : 'by an unknown';
  throw new DatabaseError(
    `The database in ${database} was made ${made} version of Belay (PostgreSQL ${major || 'unknown'}, this one reads ${POSTGRES_MAJOR}). Start that version, or move the folder away to begin afresh.`,
  );
}
