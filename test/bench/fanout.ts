import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type BenchDatabase, tokenOf } from './database.ts';
import { canWrite, estimate, FOLLOW, type WritingPair } from './estimates.ts';
import { type Line, spreads } from './figures.ts';
import { type Server, startBelay, startPeer, untilQuiet } from './servers.ts';
import { connect, inTurn, type Socket } from './sockets.ts';

const ROUNDS = 3;
const EVENTS = 20;
const PATIENCE = 10_000;

type Contender = { who: string; ours: boolean; server: Server; sockets: Socket[]; seen(): number };

/** S3: one event to many followers of one mentorship, half of them the mentor and half the mentee. */
export async function fanout(database: BenchDatabase, followers: number): Promise<Line[]> {
  const [pair, lonely] = database.pairs.filter(canWrite);
  if (!pair || !lonely) throw new Error('no mentorship with an active goal');
  const contenders = [
    await gather('Belay', await startBelay({ DATABASE_URL: database.url }), pair, followers),
    await gather('ws', await startPeer('broadcast'), pair, followers),
    await gather('graphql-ws + Yoga', await startPeer('stock'), pair, followers),
  ];
  try {
    const rounds = new Map<string, Record<string, number>[]>(contenders.map(({ who }) => [who, []]));
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const contender of contenders) {
        const figures = await measure(contender, pair, followers);
        if (round >= 0) rounds.get(contender.who)?.push(figures);
      }
    }
    const work = `one event to ${followers}`;
    const lines = [...rounds].map(([who, figures]) => ({ row: 'S3', work, who, figures: spreads(figures) }));
    return [...lines, await writeAlone(contenders[0], lonely)];
  } finally {
    for (const { sockets } of contenders) for (const socket of sockets) socket.close();
    await Promise.all(contenders.map(({ server }) => server.stop()));
  }
}

async function gather(who: string, server: Server, pair: WritingPair, followers: number): Promise<Contender> {
  let seen = 0;
  const people = Array.from({ length: followers }, (_, index) => (index % 2 ? pair.mentorId : pair.menteeId));
  const sockets = await inTurn(people, async (personId) => {
    const socket = await connect(server.url, tokenOf(personId), () => {
      seen += 1;
    });
    socket.subscribe(FOLLOW, { id: pair.mentorshipId });
    return socket;
  });
  await untilQuiet(server);
  return { who, ours: who === 'Belay', server, sockets, seen: () => seen };
}

async function measure({ who, ours, server, seen }: Contender, pair: WritingPair, followers: number) {
  const agent = new Agent({ keepAlive: true });
  const before = await server.usage();
  const seenBefore = seen();
  let took = 0;
  for (let n = 1; n <= EVENTS; n += 1) {
    const began = performance.now();
    await estimate(server.url, pair, { opId: randomUUID(), ours }, agent);
    await until(() => seen() - seenBefore >= n * followers, who);
    took += performance.now() - began;
  }
  const { cpu } = await server.usage();
  agent.destroy();
  if (seen() - seenBefore !== EVENTS * followers) throw new Error(`${who}: an event came more than once`);
  return { 'µs CPU a delivery': (cpu - before.cpu) / (EVENTS * followers), 'ms to the last': took / EVENTS };
}

/** What of ours is the write itself, with nobody following. */
async function writeAlone(contender: Contender | undefined, pair: WritingPair): Promise<Line> {
  if (!contender) throw new Error('nobody to write to');
  const agent = new Agent({ keepAlive: true });
  const rounds: Record<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await contender.server.usage();
    for (let n = 0; n < EVENTS; n += 1) {
      await estimate(contender.server.url, pair, { opId: randomUUID(), ours: true }, agent);
    }
    const { cpu } = await contender.server.usage();
    rounds.push({ 'µs CPU a write': (cpu - before.cpu) / EVENTS });
  }
  agent.destroy();
  return { row: 'S3', work: 'the write alone', who: 'Belay', figures: spreads(rounds) };
}

async function until(done: () => boolean, who: string): Promise<void> {
  for (const giveUp = performance.now() + PATIENCE; !done(); await pause(1)) {
    if (performance.now() > giveUp) throw new Error(`${who}: events were lost`);
  }
}
