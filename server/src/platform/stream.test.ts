import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from './clock.ts';
import type { Database } from './database.ts';
import { createLocalDoorbell, type Doorbell } from './doorbell.ts';
import { createLog } from './log.ts';
import { createStreams, pruneEvents, type StoredEvent, type Streams } from './stream.ts';
import { openTestDatabase, testDatabaseKinds } from './testDatabase.ts';
import { transaction, type WriteDeps } from './transaction.ts';

const log = createLog('silent');

describe.each(testDatabaseKinds)('a stream on the %s database', (kind) => {
  let database: Database;
  let doorbell: Doorbell;
  let streams: Streams;
  let streamId: string;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });

  afterAll(() => database.close());

  beforeEach(() => {
    doorbell = createLocalDoorbell(log);
    streams = createStreams({ prisma: database.prisma, doorbell, log, sweepEvery: 60_000 });
    streamId = uuidv7();
  });

  afterEach(() => streams.close());

  function deps({ rings }: { rings: boolean }): WriteDeps {
    return {
      prisma: database.prisma,
      clock: systemClock,
      ring: (streamIds) => rings && doorbell.ring(streamIds),
      wakeJobs: () => undefined,
    };
  }

  async function write(count: number, { rings = true } = {}): Promise<void> {
    await transaction(deps({ rings }), { actorId: null, name: 'test', input: {} }, async ({ record }) => {
      for (let n = 0; n < count; n++) await record({ streamId, type: 'Happened', payload: { n } });
      return {};
    });
  }

  function follow(after: number | null, signal = new AbortController().signal) {
    return streams.follow(streamId, after, signal);
  }

  it('gives everything after a cursor, then what comes', async () => {
    await write(3);
    const following = follow(1);
    expect(await seqs(following, 2)).toEqual([2, 3]);
    await write(2);
    expect(await seqs(following, 2)).toEqual([4, 5]);
  });

  it('gives only what comes when there is no cursor', async () => {
    await write(3);
    const next = follow(null).next();
    // Whoever joins later knows its place later.
    await seqs(follow(0), 3);
    await write(1);
    expect((await next).value).toMatchObject({
      seq: 4,
      type: 'Happened',
      payload: { n: 0 },
      streamId,
      actorId: null,
    });
  });

  it('reads more than a page from a cursor long ago, without gap or repeat', async () => {
    await write(950);
    const following = follow(0);
    const first = await seqs(following, 500);
    await write(50);
    expect([...first, ...(await seqs(following, 500))]).toEqual(numbers(1, 1000));
  });

  it('is whole for a follower who reads in the table what was not rung yet', async () => {
    await write(300);
    const following = follow(0);
    const first = await seqs(following, 10);
    await write(5, { rings: false });
    const rest = await seqs(following, 295);
    const last = seqs(following, 1);
    await streams.head(streamId);
    await write(1);
    expect([...first, ...rest, ...(await last)]).toEqual(numbers(1, 306));
  });

  it('is whole for a follower who joins while others write', async () => {
    const writing = Array.from({ length: 16 }, async () => {
      for (let n = 0; n < 10; n++) await write(2);
    });
    const early = follow(0);
    const first = await seqs(early, 40);
    const late = follow(0);
    expect(await seqs(late, 320)).toEqual(numbers(1, 320));
    expect([...first, ...(await seqs(early, 280))]).toEqual(numbers(1, 320));
    await Promise.all(writing);
    expect(await streams.head(streamId)).toBe(320);
  });

  it('numbers the events of parallel writers in the order of their commits', async () => {
    const seen: StoredEvent[] = [];
    const following = follow(0);
    await Promise.all(Array.from({ length: 16 }, () => write(3)));
    while (seen.length < 48) seen.push((await following.next()).value);
    expect(seen.map(({ seq }) => seq)).toEqual(numbers(1, 48));
    // Each writer's three stand together: nobody else's event came between them.
    expect(seen.map(({ payload }) => payload.n)).toEqual(Array.from({ length: 48 }, (_, index) => index % 3));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(48);
  });

  it('reads what is new once, however many follow', async () => {
    const all = Array.from({ length: 50 }, () => follow(0));
    await write(1);
    const events = await Promise.all(all.map((one) => one.next()));
    const first = events[0]?.value;
    expect(events.every(({ value }) => value === first)).toBe(true);
  });

  it('finds a commit that was never rung when it sweeps', async () => {
    await streams.close();
    streams = createStreams({ prisma: database.prisma, doorbell, log, sweepEvery: 20 });
    const following = follow(0);
    await write(1);
    await seqs(following, 1);
    await write(2, { rings: false });
    expect(await seqs(following, 2)).toEqual([2, 3]);
  });

  it('looks at once when the doorbell was deaf', async () => {
    const gaps = new Set<() => void>();
    const deaf: Pick<Doorbell, 'onRing' | 'onGap'> = {
      onRing: () => () => undefined,
      onGap: (listener) => {
        gaps.add(listener);
        return () => gaps.delete(listener);
      },
    };
    await streams.close();
    streams = createStreams({ prisma: database.prisma, doorbell: deaf, log, sweepEvery: 60_000 });
    await write(1);
    const following = follow(0);
    await seqs(following, 1);
    const next = following.next();
    await write(1);
    for (const tell of gaps) tell();
    expect((await next).value).toMatchObject({ seq: 2 });
  });

  it('keeps streams apart', async () => {
    const other = streams.follow(uuidv7(), 0, new AbortController().signal);
    const next = other.next();
    await write(2);
    expect(await seqs(follow(0), 2)).toEqual([1, 2]);
    await other.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
  });

  it.each([5, -1])('asks to load anew from a cursor it never had (%i)', async (after) => {
    await write(3);
    await expect(follow(after).next()).rejects.toMatchObject({ extensions: { code: 'RESYNC_REQUIRED' } });
    expect(streams.followers()).toBe(0);
  });

  it('asks to load anew from a cursor older than what is kept', async () => {
    await write(300);
    await database.prisma.$executeRaw`
      UPDATE stream_event SET at = at - interval '31 days' WHERE stream_id = ${streamId}::uuid AND seq <= 50`;
    expect(await pruneEvents(database.prisma, systemClock)).toBe(50);
    await expect(follow(49).next()).rejects.toMatchObject({ extensions: { code: 'RESYNC_REQUIRED' } });
    expect(await seqs(follow(50), 2)).toEqual([51, 52]);
    await write(1);
    expect(await streams.head(streamId)).toBe(301);
  });

  it('ends a follower that does not read, and only that one', async () => {
    const slow = follow(0);
    const quick = follow(0);
    await write(1);
    await seqs(slow, 1);
    const reading = seqs(quick, 1001);
    for (let n = 0; n < 5; n++) await write(200);
    expect(await reading).toEqual(numbers(1, 1001));
    await expect(slow.next()).rejects.toMatchObject({ extensions: { code: 'SLOW_FOLLOWER' } });
    expect(await slow.next()).toEqual({ done: true, value: undefined });
    expect(streams.followers()).toBe(1);
  });

  it('waits for a follower that is behind and reads when it likes', async () => {
    await write(500);
    const following = follow(0);
    await seqs(following, 10);
    for (let n = 0; n < 5; n++) await write(200);
    expect(await seqs(following, 1490)).toEqual(numbers(11, 1500));
  });

  it('frees everything when a follower is aborted or returned', async () => {
    const controller = new AbortController();
    const aborted = follow(null, controller.signal);
    const returned = follow(null);
    const waiting = [aborted.next(), returned.next()];
    expect(streams.followers()).toBe(2);
    controller.abort();
    await returned.return?.();
    expect(await Promise.all(waiting)).toEqual([DONE, DONE]);
    expect(streams.followers()).toBe(0);
    expect(await follow(null, controller.signal).next()).toEqual(DONE);
  });

  it('ends its followers when it closes', async () => {
    const waiting = follow(null).next();
    await streams.close();
    expect(await waiting).toEqual(DONE);
  });

  it('says that a stream nobody can have does not exist', async () => {
    const nowhere = streams.follow('nonsense', 0, new AbortController().signal);
    await expect(nowhere.next()).rejects.toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  });
});

const DONE = { done: true, value: undefined };

async function seqs(following: AsyncIterator<StoredEvent>, count: number): Promise<number[]> {
  const read: number[] = [];
  while (read.length < count) {
    const { value, done } = await following.next();
    if (done) break;
    read.push(value.seq);
  }
  return read;
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
