/** `pnpm dev`: the server, the pages and the generated documents, each renewed when its sources change. */
import { codegen, generate } from './build.ts';
import { start } from './run.ts';

for (const step of [generate, codegen]) {
  const { ok, output } = await step();
  if (!ok) {
    console.error(output);
    process.exit(1);
  }
}

const env = { NODE_ENV: 'development' };
const children = [
  start('prisma', 'node', ['--watch', '--watch-preserve-output', '--watch-path=schema', 'generate.ts']),
  start('server', 'node', ['--watch', '--watch-preserve-output', 'src/main.ts'], { env }),
  start('web', 'graphql-codegen', ['--config', 'codegen.ts', '--watch']),
  start('web', 'vite', []),
];

/** They live and die together. */
function stop() {
  for (const child of children) child.kill();
}
for (const child of children) child.once('exit', stop);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
