/** Writes the Prisma client and the Pothos types to `generated/`, unless they already belong to this schema. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { readSchemaFiles } from './schemaFiles.ts';

const here = import.meta.dirname;
const stamp = join(here, 'generated', 'stamp');
const fingerprint = createHash('sha256')
  .update(readFileSync(join(here, 'package.json')))
  .update(JSON.stringify(readSchemaFiles()))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint) generate();

function generate() {
  rmSync(stamp, { force: true });
  const result = spawnSync(
    process.execPath,
    [join(here, 'node_modules/prisma/build/index.js'), 'generate', '--schema', 'schema', '--no-hints'],
    { cwd: here, env: generatorEnvironment(), encoding: 'utf8' },
  );
  if (result.status !== 0) {
    console.error(result.stdout + result.stderr);
    process.exit(1);
  }
  writeFileSync(stamp, fingerprint);
  console.log('Generated the database client from prisma/schema.');
}

function generatorEnvironment(): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), join(here, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  return {
    ...process.env,
    PATH: path,
    // The command insists on an engine it never runs; naming any file keeps it from downloading one.
    PRISMA_SCHEMA_ENGINE_BINARY: import.meta.filename,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
}
