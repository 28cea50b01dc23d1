import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { embeddedPool } from './embedded.ts';
import { type Migration, MigrationError, migrate, readMigrations } from './migrate.ts';
import { schemaDiff, withSchemaEngine } from './schemaEngine.ts';

const server = process.env.TEST_DATABASE_URL;

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  checksum: createHash('sha256').update(sql).digest('hex'),
});
const first = migration('1_first', 'CREATE TABLE first (id int PRIMARY KEY)');
const second = migration('2_second', 'INSERT INTO first VALUES (1); ALTER TABLE first ADD COLUMN name text');

describe.each(server ? ['embedded', 'postgres'] : ['embedded'])('migrations on the %s database', (kind) => {
  let pool: pg.Pool;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ pool, remove } = kind === 'postgres' ? await onServer() : await inMemory());
  });
  beforeEach(() => pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));
  afterAll(() => remove());

  const tables = async () => {
    const { rows } = await pool.query(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    return rows.map(({ relname }) => relname).filter((name) => name !== '_prisma_migrations');
  };

  it('say what the schema says', async () => {
    await migrate(pool);
    expect(await schemaDiff(pool)).toBe('');
  });

  it('leave alone what Prisma has no word for, and notice what it has', async () => {
    await migrate(pool);
    await pool.query(`
      ALTER TABLE person ADD CONSTRAINT has_a_name CHECK (name <> '');
      CREATE UNIQUE INDEX one_without_image ON person (name) WHERE image IS NULL;
      CREATE INDEX by_lower_name ON person (lower(name));
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
      CREATE TRIGGER no_renaming BEFORE UPDATE OF name ON person FOR EACH ROW EXECUTE FUNCTION refuse()`);
    expect(await schemaDiff(pool)).toBe('');
    await pool.query('ALTER TABLE person DROP COLUMN image');
    expect(await schemaDiff(pool)).toMatch(/ALTER TABLE "person" ADD COLUMN\s+"image" TEXT/);
  });

  it('are booked as Prisma’s own tools book them', async () => {
    const applied = await migrate(pool);
    const names = readMigrations().map(({ name }) => name);
    expect(applied).toEqual(names);
    const history = await withSchemaEngine(pool, (engine) =>
      engine.diagnoseMigrationHistory({
        migrationsList: {
          baseDir: join(import.meta.dirname, 'migrations'),
          lockfile: { path: 'migration_lock.toml', content: null },
          shadowDbInitScript: '',
          migrationDirectories: readMigrations().map(({ name, sql }) => ({
            path: name,
            migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
          })),
        },
        optInToShadowDatabase: false,
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    expect(history).toMatchObject({
      hasMigrationsTable: true,
      history: null,
      editedMigrationNames: [],
      failedMigrationNames: [],
    });
  });

  it('are applied once each, in order', async () => {
    expect(await migrate(pool, [first])).toEqual(['1_first']);
    expect(await migrate(pool, [first, second])).toEqual(['2_second']);
    expect(await migrate(pool, [first, second])).toEqual([]);
    expect((await pool.query('SELECT id, name FROM first')).rows).toEqual([{ id: 1, name: null }]);
  });

  it('are applied by one of those who start at once', async () => {
    const rounds = await Promise.all([1, 2, 3].map(() => migrate(pool, [first, second])));
    expect(rounds.flat()).toEqual(['1_first', '2_second']);
  });

  it('happen whole or not at all', async () => {
    const broken = migration('2_broken', 'CREATE TABLE half (id int); CREATE TABLE first (id int)');
    await expect(migrate(pool, [first, broken])).rejects.toThrow(
      new MigrationError(
        'The migration 2_broken failed and changed nothing: relation "first" already exists',
      ),
    );
    expect(await tables()).toEqual(['first']);
    expect(await migrate(pool, [first, second])).toEqual(['2_second']);
  });

  it('refuse a database that is newer', async () => {
    await migrate(pool, [first, second]);
    await expect(migrate(pool, [first])).rejects.toThrow(/made by a newer version of Belay.*2_second/);
  });

  it('refuse a database whose past was rewritten', async () => {
    await migrate(pool, [first]);
    const edited = migration('1_first', 'CREATE TABLE first (id bigint PRIMARY KEY)');
    await expect(migrate(pool, [edited, second])).rejects.toThrow(/1_first is not the one that was applied/);
    expect((await pool.query('SELECT * FROM first')).rows).toEqual([]);
  });

  it('refuse a database that another tool left halfway', async () => {
    await migrate(pool, [first]);
    await pool.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, logs) VALUES ('x', $1, '2_second', 'no space left')`,
      [second.checksum],
    );
    await expect(migrate(pool, [first, second])).rejects.toThrow(/2_second stopped halfway.*no space left/s);
    await pool.query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = 'x'`);
    expect(await migrate(pool, [first, second])).toEqual(['2_second']);
  });
});

async function inMemory() {
  const pglite = await PGlite.create();
  const pool = embeddedPool(pglite);
  return { pool, remove: () => pool.end().then(() => pglite.close()) };
}

async function onServer() {
  const name = `belay_test_${randomUUID().replaceAll('-', '')}`;
  const administer = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(server ?? '');
  url.pathname = name;
  const pool = new pg.Pool({ connectionString: url.href });
  return { pool, remove: () => pool.end().then(() => administer(`DROP DATABASE ${name}`)) };
}
