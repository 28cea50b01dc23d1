/** `pnpm dev`: the server, the pages and what is generated, each renewed when its sources change. */
import { watch } from 'node:fs';
import { join } from 'node:path';
import { codegen, generate } from './build.ts';
import { repository, start } from './run.ts';

for (const step of [generate, codegen]) {
  const { ok, output } = await step();
  if (!ok) {
    console.error(output);
    process.exit(1);
  }
}

renew('prisma/schema', generate);
renew('server/schema.graphql', codegen);
renew('web/src', codegen);

const children = [
  start('server', 'node', ['--watch', '--watch-preserve-output', 'src/main.ts'], {
    env: { NODE_ENV: 'development' },
  }),
  start('web', 'vite', []),
];

/** They live and die together. */
function stop() {
  for (const child of children) child.kill();
  process.exit();
}
for (const child of children) child.once('exit', stop);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

/** Runs the step a moment after the last of a burst of changes; a change while it runs makes it run once more. */
function renew(path: string, step: typeof generate): void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  watch(join(repository, path), { recursive: true }, (_event, file) => {
    if (file?.includes('generated')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(step).then(({ ok, output }) => {
        if (!ok) console.error(output);
      });
    }, 100);
  });
}
