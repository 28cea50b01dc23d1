import type { Prisma, PrismaClient } from '@belay/prisma/client';
import { type Clock, days, later } from './clock.ts';
import type { Doorbell } from './doorbell.ts';
import type { Log } from './log.ts';
import { Follower } from './streamFollower.ts';
import { StreamReaders } from './streamReader.ts';

/** One thing that happened. The same object is handed to every follower: do not change it. */
export type StoredEvent = {
  id: string;
  streamId: string;
  /** 1, 2, 3 … without a gap in each stream. */
  seq: number;
  type: string;
  actorId: string | null;
  opId: string | null;
  payload: Prisma.JsonObject;
  at: Date;
};

export type Streams = {
  /**
   * Every event of a stream after `after`, in order, without gap or repeat, until `signal` aborts or the iterator is
   * returned; both free everything at once. `after: null` follows from now. Ends with a CodedError:
   * RESYNC_REQUIRED when `after` is ahead of the stream or older than what is kept, SLOW_FOLLOWER when it is not read
   * while more than 512 events arrive.
   */
  follow(streamId: string, after: number | null, signal: AbortSignal): AsyncIterableIterator<StoredEvent>;
  /** The newest event's number; 0 when there is none. */
  head(streamId: string): Promise<number>;
  /** How many iterators are open. */
  followers(): number;
  /** Ends every follower. */
  close(): Promise<void>;
};

export type StreamDeps = {
  prisma: PrismaClient;
  doorbell: Pick<Doorbell, 'onRing' | 'onGap'>;
  log: Log;
  /** Milliseconds between two looks at the heads of followed streams; finds what was committed but never rung. */
  sweepEvery?: number;
};

/** How long events are kept. A cursor older than that must load the page anew. */
export const EVENTS_KEPT = days(30);

/** Reads streams from their table. One reader serves everybody who follows a stream in this process. */
export function createStreams({ prisma, doorbell, log, sweepEvery = 3000 }: StreamDeps): Streams {
  const readers = new StreamReaders({ prisma, log });
  const followers = new Set<Follower>();
  const unlisten = [
    doorbell.onRing((streamIds) => readers.look(streamIds)),
    doorbell.onGap(() => void readers.sweep()),
  ];
  const sweeper = setInterval(() => void readers.sweep(), sweepEvery).unref();

  return {
    follow(id, after, signal) {
      const streamId = id.toLowerCase();
      const follower = new Follower({
        streamId,
        after,
        signal,
        readers,
        onEnd: () => followers.delete(follower),
      });
      followers.add(follower);
      follower.start();
      return follower;
    },
    async head(streamId) {
      const stream = await prisma.stream.findUnique({ where: { id: streamId }, select: { seq: true } });
      return stream?.seq ?? 0;
    },
    followers: () => followers.size,
    async close() {
      clearInterval(sweeper);
      for (const stop of unlisten) stop();
      for (const follower of followers) follower.end();
      await readers.close();
    },
  };
}

/** Deletes events older than what is kept, a batch at a time. The heads stay, so that numbers are never given twice. */
export async function pruneEvents(prisma: PrismaClient, clock: Clock): Promise<number> {
  const before = later(clock.now(), -EVENTS_KEPT);
  let deleted = 0;
  while (true) {
    // Prisma's deleteMany has no limit, and one statement for a whole day would hold its locks for long.
    const batch = await prisma.$executeRaw`
      DELETE FROM stream_event WHERE (stream_id, seq) IN (
        SELECT stream_id, seq FROM stream_event WHERE at < ${before} LIMIT 5000)`;
    deleted += batch;
    if (batch < 5000) return deleted;
  }
}
