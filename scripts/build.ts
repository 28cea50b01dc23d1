import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, run } from './run.ts';

/** What the built pages depend on. */
const SOURCES = [
  'web/{index.html,*.ts,package.json}',
  'web/{build,public,src}/**/*',
  'server/schema.graphql',
  'pnpm-lock.yaml',
];

const stamp = join(repository, 'web/dist/stamp');

/** Writes the database client and the Pothos types. Quick when `prisma/schema` is as it was. */
export function generate() {
  return run('prisma', 'node', ['generate.ts']);
}

/** Writes the types of the pages' GraphQL documents. */
export function codegen() {
  return run('web', 'graphql-codegen', ['--config', 'codegen.ts']);
}

/** Builds the pages into `web/dist`, unless what lies there was built from the very same files. */
export async function buildWeb(): Promise<{ ok: boolean; output: string }> {
  const fingerprint = fingerprintOf(SOURCES);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return { ok: true, output: '' };
  const documents = await codegen();
  if (!documents.ok) return documents;
  const built = await run('web', 'vite', ['build', '--logLevel', 'warn']);
  if (built.ok) writeFileSync(stamp, fingerprint);
  return built;
}

function fingerprintOf(patterns: string[]): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: repository, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('generated'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}
