import { PrismaClient } from '@belay/prisma/client';
import { migrate } from '@belay/prisma/migrate';
import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { DatabaseConfig } from './config.ts';
import { DatabaseError } from './databaseError.ts';
import { createStatementNames } from './statementNames.ts';

/** An open, migrated database. */
export interface Database {
  kind: 'embedded' | 'postgres';
  prisma: PrismaClient;
  /**
   * For hand-written SQL. Shared with `prisma`: on the embedded database it is a single connection, so a client taken
   * from it must be given back before anything else can go on.
   */
  pool: pg.Pool;
  /** The engine itself when it is embedded. Queries go through `pool`, or they would join whatever transaction is open. */
  pglite: PGlite | null;
  /** For what needs a connection of its own, such as LISTEN; null when the database is embedded. */
  databaseUrl: string | null;
  /** Waits for running queries, then lets go of everything. */
  close(): Promise<void>;
}

const OLDEST_POSTGRES = 15;

/** Milliseconds a transaction may wait for a connection, and may take. */
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 15_000 };

/**
 * Opens the database and brings it to the newest migration.
 * @throws {DatabaseError} when the data folder cannot be used, or PostgreSQL cannot be reached or is too old
 * @throws {MigrationError} when the database does not fit this version of Belay
 */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const { pool, close, ...rest } = await open(config);
  try {
    await migrate(pool);
  } catch (error) {
    await close();
    throw error;
  }
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: createStatementNames() }),
    transactionOptions: TRANSACTION_LIMITS,
    errorFormat: 'minimal',
  });
  return {
    ...rest,
    pool,
    prisma,
    async close() {
      await prisma.$disconnect();
      await close();
    },
  };
}

async function open(config: DatabaseConfig) {
  if (config.kind === 'postgres') return openPostgres(config);
  // PGlite is half a megabyte of script that a server on PostgreSQL need not read.
  const { openEmbedded } = await import('./embeddedDatabase.ts');
  return openEmbedded(config);
}

async function openPostgres({ url, poolSize }: { url: string; poolSize: number }) {
  const pool = new pg.Pool({
    connectionString: withUtc(url),
    application_name: 'belay',
    max: poolSize,
    connectionTimeoutMillis: TRANSACTION_LIMITS.maxWait,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced when the next query needs one.
  pool.on('error', () => undefined);
  // One that breaks while somebody has it, between two queries, tells by the next query; untold, it ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await checkServer(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { kind: 'postgres' as const, pglite: null, databaseUrl: url, pool, close: () => pool.end() };
}

/** Prisma's adapter sends times without a zone and takes those it reads for UTC, so every session must be in UTC. */
function withUtc(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const options = [url.searchParams.get('options'), '-c TimeZone=UTC'].filter(Boolean).join(' ');
  url.searchParams.set('options', options);
  return url.href;
}

async function checkServer(pool: pg.Pool): Promise<void> {
  const version = await pool.query('SHOW server_version_num').then(
    ({ rows }) => Math.floor(Number(rows[0].server_version_num) / 10_000),
    (cause) => {
      throw new DatabaseError(`The database at DATABASE_URL cannot be used: ${cause.message}`, { cause });
    },
  );
  if (version >= OLDEST_POSTGRES) return;
  throw new DatabaseError(
    `Belay needs PostgreSQL ${OLDEST_POSTGRES} or newer; DATABASE_URL leads to ${version}.`,
  );
}
