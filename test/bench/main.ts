import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { dashboard } from './dashboard.ts';
import { type BenchDatabase, createBenchDatabase } from './database.ts';
import { fanout } from './fanout.ts';
import { type Line, table } from './figures.ts';
import { latency } from './latency.ts';
import { memory } from './memory.ts';
import { installPeers } from './peers.ts';
import { pinned } from './servers.ts';
import { start } from './start.ts';

const { values } = parseArgs({
  options: { full: { type: 'boolean', default: false }, only: { type: 'string' }, scale: { type: 'string' } },
});

type Row = (database: BenchDatabase, full: boolean) => Promise<Line[]>;
const ROWS: Record<string, Row> = {
  S1: (database, full) => dashboard(database, full ? 10_000 : 3000),
  S2: (database, full) => latency(database, full ? 20 : 5),
  S3: (database, full) => fanout(database, full ? 5000 : 1000),
  S4: (database, full) => memory(database, full ? 10_000 : 1000),
  S6: (database) => start(database),
};

const server = process.env.TEST_DATABASE_URL;
if (!server) {
  console.error(
    'TEST_DATABASE_URL must name a PostgreSQL server; the bench makes a database of its own there.',
  );
  process.exit(1);
}
const wanted = values.only?.split(',') ?? Object.keys(ROWS);
installPeers();
const database = await createBenchDatabase(server, Number(values.scale ?? (values.full ? 257 : 6)));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void database.drop().finally(() => process.exit(1)));
}
const lines: Line[] = [];
try {
  for (const name of wanted) {
    console.log(`${name} …`);
    lines.push(...((await ROWS[name]?.(database, values.full)) ?? []));
  }
} finally {
  await database.drop();
}
console.log(
  `\n${database.meetings} meetings; ${pinned ? 'servers on one core, the rest on another' : 'cores shared'}; median (range) of the rounds\n`,
);
console.log(table(lines));
const folder = resolve(import.meta.dirname, '../artefacts');
mkdirSync(folder, { recursive: true });
const about = { meetings: database.meetings, pinned, processor: cpus()[0]?.model, node: process.version };
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify({ ...about, lines }, null, 2)}\n`);
