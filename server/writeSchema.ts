/** `pnpm schema`: writes `server/schema.graphql` from the code. The contract only grows: a break is refused. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, findBreakingChanges } from 'graphql';
import { printedSchema } from './src/printedSchema.ts';

const file = join(import.meta.dirname, 'schema.graphql');
const breaks = findBreakingChanges(buildSchema(readFileSync(file, 'utf8')), buildSchema(printedSchema()));
if (breaks.length > 0) {
  console.error('This would break programs that other people have written:');
  for (const { description } of breaks) console.error(`  - ${description}`);
  process.exit(1);
}
writeFileSync(file, printedSchema());
