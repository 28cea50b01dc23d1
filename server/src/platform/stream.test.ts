import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from './clock.ts';
import type { Database } from './database.ts';
import { createLocalDoorbell, type Doorbell } from './doorbell.ts';
import { createLog } from './log.ts';
import { createStreams, type StoredEvent, type Streams } from './stream.ts';
import { openTestDatabase, testDatabaseKinds } from './testDatabase.ts';
import { transaction, type WriteDeps } from './transaction.ts';

const log = createLog('silent');

describe.each(testDatabaseKinds)('a stream on the %s database', (kind) => {
  let database: Database;
  let doorbell: Doorbell;
  let streams: Streams;
  let streamId: string;

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    doorbell = createLocalDoorbell(log);
    streams = createStreams({ prisma: database.prisma, doorbell, log, sweepEvery: 60_000 });
    streamId = uuidv7();
  });

  afterEach(async () => {
    await streams.close();
    await database.close();
  });

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
    const following = follow(null);
    const next = following.next();
    await streams.head(streamId);
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
});

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
