import { setTimeout as pause } from 'node:timers/promises';
import { type BenchDatabase, type Pair, tokenOf } from './database.ts';
import { FOLLOW } from './estimates.ts';
import { type Line, spreads } from './figures.ts';
import { type Server, startBelay, startPeer, untilQuiet } from './servers.ts';
import { connect, inTurn } from './sockets.ts';

const ROUNDS = 3;
const FURTHER = 4;

/** S4: what an idle connection with a subscription keeps, and what each further subscription on it does. */
export async function memory(database: BenchDatabase, connections: number): Promise<Line[]> {
  const contenders: [string, () => Promise<Server>][] = [
    ['Belay', () => startBelay({ DATABASE_URL: database.url })],
    ['ws', () => startPeer('broadcast')],
    ['graphql-ws + Yoga', () => startPeer('stock')],
  ];
  const rounds = new Map<string, Record<string, number>[]>(contenders.map(([who]) => [who, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [who, start] of contenders) {
      rounds.get(who)?.push(await measure(await start(), database.pairs, connections));
    }
  }
  const work = `${connections} idle connections`;
  return [...rounds].map(([who, figures]) => ({ row: 'S4', work, who, figures: spreads(figures) }));
}

async function measure(server: Server, pairs: Pair[], connections: number): Promise<Record<string, number>> {
  const warm = await open(server, pairs, 100);
  for (const { socket } of warm) socket.close();
  const empty = await settled(server);
  const opened = await open(server, pairs, connections);
  const first = await settled(server);
  for (let n = 0; n < FURTHER; n += 1) {
    // Each asks the database who it is for; a rush would wait longer for a connection than a server lets it.
    await inTurn(opened, async ({ socket, id }) => {
      socket.subscribe(FOLLOW, { id });
      await pause(100);
    });
  }
  const further = await settled(server);
  for (const { socket } of opened) socket.close();
  await server.stop();
  return {
    'kB for the first': (first.used - empty.used) / connections / 1000,
    'kB for each further': (further.used - first.used) / connections / FURTHER / 1000,
    'kB resident for the first': (first.rss - empty.rss) / connections / 1000,
  };
}

async function open(server: Server, pairs: Pair[], connections: number) {
  const chosen = Array.from({ length: connections }, (_, index) => pairs[index % pairs.length] as Pair);
  return inTurn(chosen, async ({ mentorshipId, mentorId }) => {
    const socket = await connect(server.url, tokenOf(mentorId));
    socket.subscribe(FOLLOW, { id: mentorshipId });
    return { socket, id: mentorshipId };
  });
}

async function settled(server: Server) {
  await untilQuiet(server);
  return server.settledUsage();
}
