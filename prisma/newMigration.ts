/**
 * `pnpm db:migration <name>`: writes the SQL that leads from the migrations there are to what `schema/` says.
 *
 * It compares in a scratch database in memory. What Prisma has no word for is added to the file by hand.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { embeddedPool } from './embedded.ts';
import { migrate } from './migrate.ts';
import { schemaDiff } from './schemaEngine.ts';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Name the migration in lower case, for example: pnpm db:migration goal_horizon');
  process.exit(1);
}

const scratch = embeddedPool(await PGlite.create());
await migrate(scratch);
const sql = await schemaDiff(scratch);
await scratch.end();

if (sql === '') {
  console.log('The migrations already say what the schema says: nothing to write.');
} else {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(import.meta.dirname, 'migrations', `${time}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  console.log(
    `Wrote ${relative(process.cwd(), join(folder, 'migration.sql'))}. Read it, then start the server.`,
  );
}
