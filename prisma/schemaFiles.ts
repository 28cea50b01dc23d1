import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The Prisma schema as it stands on disk: one entry a file, in a stable order. */
export function readSchemaFiles(folder = join(import.meta.dirname, 'schema')) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(join(folder, name), 'utf8') }));
}
