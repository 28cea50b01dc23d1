import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type BenchDatabase, type Pair, tokenOf } from './database.ts';
import { type Line, percentile, spreads } from './figures.ts';
import { askRight, load, type Question } from './http.ts';
import { asOurs, comparable } from './sameData.ts';
import { pinBesideLoad, type Server, startBelay, startPeer } from './servers.ts';

const ROUNDS = 3;
const CONNECTIONS = [1, 16, 64];
const PROVEN = 40;

type Contender = {
  who: string;
  server: Server;
  question(pair: Pair): Question;
  /** What it says, in our words. */
  read(body: string, pair: Pair): unknown;
};

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const OURS = read('dashboard.graphql').replace(/^#.*\n/gm, '');
const THEIRS = read('peers/postgraphile.graphql');

export function question({ mentorshipId, menteeId }: Pair): Question {
  return { token: tokenOf(menteeId), body: JSON.stringify({ query: OURS, variables: { id: mentorshipId } }) };
}

/** S1: the shared dashboard's own question over HTTP, by a random mentee with a token. */
export async function dashboard(database: BenchDatabase, milliseconds: number): Promise<Line[]> {
  const env = { DATABASE_URL: database.url };
  const contenders: Contender[] = [
    { who: 'Belay', server: await startBelay(env), question, read: (body) => comparable(data(body)) },
    { who: 'SQL', server: await startPeer('sql', env), question, read: (body) => comparable(data(body)) },
    {
      who: 'PostGraphile 5, no policies',
      server: await startPeer('postgraphile', env),
      question: ({ mentorshipId, menteeId }) => ({
        token: '',
        body: JSON.stringify({ query: THEIRS, variables: { id: mentorshipId, viewer: menteeId } }),
      }),
      read: (body, { menteeId }) => comparable(asOurs(data(body), menteeId)),
    },
  ];
  try {
    await proveSame(contenders, database.pairs);
    const random = randomOf(database.pairs);
    for (const { server, question } of contenders) {
      await load(server.url, { connections: 16, milliseconds, next: () => question(random()) });
    }
    pinBesideLoad(await database.backends());
    const lines: Line[] = [];
    for (const connections of CONNECTIONS) {
      const rounds = new Map<string, Record<string, number>[]>(contenders.map(({ who }) => [who, []]));
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const contender of contenders) {
          const next = () => contender.question(random());
          const figures = await measure(contender.server, { connections, milliseconds, next });
          rounds.get(contender.who)?.push(figures);
        }
      }
      for (const [who, figures] of rounds) {
        lines.push({
          row: 'S1',
          work: `dashboard, ${connections} connections`,
          who,
          figures: spreads(figures),
        });
      }
    }
    return lines;
  } finally {
    await Promise.all(contenders.map(({ server }) => server.stop()));
  }
}

async function measure(server: Server, work: Parameters<typeof load>[1]): Promise<Record<string, number>> {
  const before = await server.usage();
  const began = performance.now();
  const took = await load(server.url, work);
  const seconds = (performance.now() - began) / 1000;
  const after = await server.usage();
  return {
    'requests/s': took.length / seconds,
    'µs CPU': (after.cpu - before.cpu) / took.length,
    'ms p50': percentile(took, 0.5),
    'ms p99': percentile(took, 0.99),
  };
}

/** @throws unless all return the same data */
async function proveSame(contenders: Contender[], pairs: Pair[]): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const step = Math.max(1, Math.floor(pairs.length / PROVEN));
  for (let index = 0; index < pairs.length; index += step) {
    const pair = pairs[index];
    if (!pair) continue;
    const answers = [];
    for (const { server, question, read } of contenders) {
      answers.push(read(await askRight(server.url, question(pair), agent), pair));
    }
    for (const [place, answer] of answers.entries()) {
      if (isDeepStrictEqual(answer, answers[0])) continue;
      const said = JSON.stringify(answer);
      throw new Error(
        `${contenders[place]?.who} returns other data of ${pair.mentorshipId}: ${said}\n${JSON.stringify(answers[0])}`,
      );
    }
  }
  agent.destroy();
}

function data(body: string): unknown {
  const { data } = JSON.parse(body) as { data?: { mentorship?: unknown } | null };
  if (!data?.mentorship) throw new Error(`no mentorship in ${body.slice(0, 300)}`);
  return data.mentorship;
}

export function randomOf<T>(all: readonly T[]): () => T {
  return () => all[Math.floor(Math.random() * all.length)] as T;
}
