/** Makes what is not kept in the repository: the database client and the built pages. Quick when they are there. */
import { buildWeb, generate } from './build.ts';

for (const [doing, step] of [
  ['Preparing the database client', generate],
  ['Building the pages', buildWeb],
] as const) {
  const slow = setTimeout(() => console.log(`${doing} …`), 1000);
  const { ok, output } = await step();
  clearTimeout(slow);
  if (!ok) {
    console.error(`${doing} failed:\n${output}`);
    process.exit(1);
  }
}
