/**
 * `pnpm test`: types, lint, build and every test, then the plain line `N passed, N failed`.
 * Arguments choose test files, as for Vitest; the other checks always run.
 */
import { startVitest, type Vitest } from 'vitest/node';
import { buildWeb, generate } from './build.ts';
import { repository, run } from './run.ts';

const PROJECTS = ['.', 'prisma', 'server', 'web', 'test', 'examples'];

let passed = 0;
let failed = 0;

if (await check('database client', generate)) {
  await check('pages', buildWeb);
  await check('types', checkTypes);
  await check('lint', () => run('.', 'biome', ['check', '--error-on-warnings']));
  await runTests(process.argv.slice(2));
}

console.log(`\nDatabases: ${databases().join(', ')}.`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

async function check(name: string, step: () => Promise<{ ok: boolean; output: string }>): Promise<boolean> {
  const started = performance.now();
  const { ok, output } = await step();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (ok) passed += 1;
  else {
    failed += 1;
    console.error(output);
  }
  return ok;
}

async function checkTypes(): Promise<{ ok: boolean; output: string }> {
  const results = await Promise.all(PROJECTS.map((project) => run(project, 'tsc', ['-p', '.'])));
  return { ok: results.every(({ ok }) => ok), output: results.map(({ output }) => output).join('') };
}

async function runTests(filters: string[]): Promise<void> {
  const vitest = await startVitest('test', filters, { root: repository, watch: false, run: true });
  count(vitest);
  await vitest.close();
}

/** A file that cannot be loaded and an error nobody caught are failures too, though no test of that name is. */
function count({ state }: Vitest): void {
  for (const module of state.getTestModules()) {
    failed += module.errors().length;
    for (const test of module.children.allTests()) {
      if (test.result().state === 'passed') passed += 1;
      if (test.result().state === 'failed') failed += 1;
    }
    for (const suite of module.children.allSuites()) failed += suite.errors().length;
  }
  failed += state.getUnhandledErrors().length;
}

/** Addresses without what is secret in them. */
function databases(): string[] {
  const named = [process.env.TEST_DATABASE_URL, process.env.TEST_REDIS_URL].filter((it) => it !== undefined);
  return ['embedded', ...named.map((it) => `${new URL(it).protocol}//${new URL(it).host}`)];
}
