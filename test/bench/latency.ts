import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type BenchDatabase, type Pair, tokenOf } from './database.ts';
import { canWrite, estimate, FOLLOW, type WritingPair } from './estimates.ts';
import { type Line, percentile, spreads } from './figures.ts';
import { pinBesideLoad, type Server, startBelay, startPeer, untilQuiet } from './servers.ts';
import { connect, inTurn, type Socket } from './sockets.ts';

const ROUNDS = 3;
const WRITES_A_SECOND = 50;
/** Of each contender, so that nobody's servers have work with the writes of another's. */
const PAIRS = 25;
const IDLE = 1000;
/** Milliseconds after which a frame counts as lost. */
const PATIENCE = 5000;

/** Two people of a pair: one writes over HTTP, the other sees it over a WebSocket, perhaps elsewhere. */
type Contender = { who: string; ours: boolean; servers: Server[]; writes: WritingPair[]; sockets: Socket[] };

/** When the writes that were not seen yet were sent, by their mentorship. */
const waiting = new Map<string, number[]>();
let latencies: number[] = [];

/** S2: from a write to its frame at the other side, while a thousand others follow and nothing happens to them. */
export async function latency(database: BenchDatabase, seconds: number): Promise<Line[]> {
  const contenders: Contender[] = [];
  const env = { DATABASE_URL: database.url };
  try {
    for (const instances of [1, 2]) {
      for (const ours of [true, false]) {
        const servers = [];
        for (let n = 0; n < instances; n += 1)
          servers.push(await (ours ? startBelay(env) : startPeer('relay', env)));
        const who = `${ours ? 'Belay' : 'LISTEN → ws'}, ${instances === 1 ? 'one instance' : 'two instances'}`;
        contenders.push(await follow({ who, ours, servers }, database.pairs, contenders.length * PAIRS));
      }
    }
    const rounds = new Map<string, Record<string, number>[]>(contenders.map(({ who }) => [who, []]));
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const contender of contenders) {
        const figures = await measure(contender, round < 0 ? 2 : seconds);
        if (round >= 0) rounds.get(contender.who)?.push(figures);
      }
      pinBesideLoad(await database.backends());
    }
    const work = `write → frame, ${WRITES_A_SECOND}/s, ${IDLE} idle`;
    return [...rounds].map(([who, figures]) => ({ row: 'S2', work, who, figures: spreads(figures) }));
  } finally {
    for (const { sockets } of contenders) for (const socket of sockets) socket.close();
    await Promise.all(contenders.flatMap(({ servers }) => servers.map((server) => server.stop())));
  }
}

/** Writers are at the first instance, followers at the last; the idle ones are spread. */
async function follow(
  { who, ours, servers }: Pick<Contender, 'who' | 'ours' | 'servers'>,
  pairs: Pair[],
  from: number,
): Promise<Contender> {
  const writes = pairs.filter(canWrite).slice(from, from + PAIRS);
  if (writes.length < PAIRS) throw new Error('too few mentorships to write to: take a larger --scale');
  const others = pairs.filter((pair) => !canWrite(pair));
  const idle = Array.from({ length: IDLE }, (_, index) => others[index % others.length] as Pair);
  const last = servers.at(-1)?.url ?? '';
  const sockets = await inTurn(writes, async ({ mentorshipId, mentorId }) => {
    const socket = await connect(last, tokenOf(mentorId), () => seen(mentorshipId));
    socket.subscribe(FOLLOW, { id: mentorshipId });
    return socket;
  });
  sockets.push(
    ...(await inTurn([...idle.entries()], async ([index, { mentorshipId, mentorId }]) => {
      const socket = await connect(servers[index % servers.length]?.url ?? '', tokenOf(mentorId));
      socket.subscribe(FOLLOW, { id: mentorshipId });
      return socket;
    })),
  );
  await Promise.all(servers.map(untilQuiet));
  return { who, ours, servers, writes, sockets };
}

function seen(mentorshipId: string): void {
  const sentAt = waiting.get(mentorshipId)?.shift();
  if (sentAt === undefined) throw new Error(`an event nobody wrote, of ${mentorshipId}`);
  latencies.push(performance.now() - sentAt);
}

async function measure(
  { who, ours, servers, writes }: Contender,
  seconds: number,
): Promise<Record<string, number>> {
  latencies = [];
  waiting.clear();
  const agent = new Agent({ keepAlive: true });
  const first = servers[0]?.url ?? '';
  const before = await cpuOf(servers);
  const count = seconds * WRITES_A_SECOND;
  const began = performance.now();
  const answers: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    await pause(Math.max(0, began + (n * 1000) / WRITES_A_SECOND - performance.now()));
    const pair = writes[n % writes.length] as WritingPair;
    const sent = waiting.get(pair.mentorshipId) ?? [];
    sent.push(performance.now());
    waiting.set(pair.mentorshipId, sent);
    answers.push(estimate(first, pair, { opId: randomUUID(), ours }, agent));
  }
  await Promise.all(answers);
  for (const giveUp = performance.now() + PATIENCE; latencies.length < count && performance.now() < giveUp; )
    await pause(5);
  if (latencies.length < count)
    throw new Error(`${who}: ${count - latencies.length} of ${count} frames were lost`);
  const cpu = (await cpuOf(servers)) - before;
  agent.destroy();
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    'ms p50': percentile(sorted, 0.5),
    'ms p99': percentile(sorted, 0.99),
    'µs CPU a write': cpu / count,
  };
}

async function cpuOf(servers: Server[]): Promise<number> {
  const usages = await Promise.all(servers.map((server) => server.usage()));
  return usages.reduce((sum, { cpu }) => sum + cpu, 0);
}
