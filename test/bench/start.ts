import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { question } from './dashboard.ts';
import type { BenchDatabase } from './database.ts';
import { type Line, spreads } from './figures.ts';
import { askRight } from './http.ts';
import { type Server, startBelay, startPeer } from './servers.ts';

const ROUNDS = 3;
const ANYTHING = { token: '', body: JSON.stringify({ query: '{ __typename }' }) };

/** S6: from the spawn to the first right answer. The embedded database is there already: it is the second start. */
export async function start(database: BenchDatabase): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'belay-bench-'));
  const env = { DATABASE_URL: database.url };
  const embedded = { DATA_DIR: join(folder, 'data'), DEMO: '0' };
  await (await startBelay(embedded)).stop();
  const [pair] = database.pairs;
  if (!pair) throw new Error('no mentorship to ask for');
  const contenders = [
    { who: 'Belay, PostgreSQL', start: () => startBelay(env), first: question(pair) },
    { who: 'Belay, embedded', start: () => startBelay(embedded), first: ANYTHING },
    { who: 'PostGraphile 5', start: () => startPeer('postgraphile', env), first: ANYTHING },
    { who: 'graphql-ws + Yoga, no database', start: () => startPeer('stock'), first: ANYTHING },
  ];
  const rounds = new Map<string, Record<string, number>[]>(contenders.map(({ who }) => [who, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { who, start, first } of contenders) {
      const server = await start();
      rounds.get(who)?.push({ ms: await untilAnswered(server, first) });
      await server.stop();
    }
  }
  rmSync(folder, { recursive: true });
  return [...rounds].map(([who, figures]) => ({
    row: 'S6',
    work: 'spawn → first right answer',
    who,
    figures: spreads(figures),
  }));
}

async function untilAnswered(server: Server, first: typeof ANYTHING): Promise<number> {
  const began = performance.now();
  const agent = new Agent();
  await askRight(server.url, first, agent);
  agent.destroy();
  return server.tookToStart + performance.now() - began;
}
