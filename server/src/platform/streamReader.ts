import { setTimeout as pause } from 'node:timers/promises';
import type { PrismaClient } from '@belay/prisma/client';
import { CodedError } from './errors.ts';
import type { Log } from './log.ts';
import type { StoredEvent } from './stream.ts';
import { PAGE, readHeads, readNew } from './streamTable.ts';

/** Who wants the events of a stream as they come. */
export type Listener = {
  deliver(events: readonly StoredEvent[]): void;
  fail(error: Error): void;
};

/** How many of its last events a reader remembers, so that whoever was away for a moment costs no query. */
const RECENT = 128;
/** The most streams that are read in one statement. */
const BATCH = 500;
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 2000;

/** What this process knows of one followed stream. */
export class StreamReader {
  readonly streamId: string;
  readonly listeners = new Set<Listener>();
  /** The newest event that was handed out; null before the first look. */
  head: number | null = null;
  /** Called when a look that began after they were added is done. */
  waiting: (() => void)[] = [];
  #recent: StoredEvent[] = [];

  constructor(streamId: string) {
    this.streamId = streamId;
  }

  /**
   * The events after `seq` when all of them are still remembered, otherwise null. Whoever reads the table may be ahead
   * of the reader, and misses nothing.
   */
  since(seq: number): StoredEvent[] | null {
    const missing = (this.head ?? 0) - seq;
    if (missing <= 0) return [];
    return missing > this.#recent.length ? null : this.#recent.slice(-missing);
  }

  take(events: readonly StoredEvent[]): void {
    if (events.length === 0) return;
    const head = this.head ?? 0;
    if (events[0]?.seq !== head + 1) {
      this.fail(resyncRequired());
      return;
    }
    this.head = head + events.length;
    this.#recent = [...this.#recent, ...events].slice(-RECENT);
    for (const listener of this.listeners) listener.deliver(events);
  }

  fail(error: Error): void {
    for (const listener of this.listeners) listener.fail(error);
  }
}

/**
 * The readers of one process. Whatever moved since the last look is read in one statement, and never two statements
 * at once: while one runs, rings gather for the next.
 */
export class StreamReaders {
  readonly #prisma: PrismaClient;
  readonly #log: Log;
  readonly #readers = new Map<string, StreamReader>();
  #moved = new Set<StreamReader>();
  #looking: Promise<void> | null = null;
  #closed = false;

  constructor({ prisma, log }: { prisma: PrismaClient; log: Log }) {
    this.#prisma = prisma;
    this.#log = log;
  }

  join(streamId: string, listener: Listener): StreamReader {
    let reader = this.#readers.get(streamId);
    if (!reader) {
      reader = new StreamReader(streamId);
      this.#readers.set(streamId, reader);
    }
    reader.listeners.add(listener);
    return reader;
  }

  leave(reader: StreamReader, listener: Listener): void {
    reader.listeners.delete(listener);
    if (reader.listeners.size > 0) return;
    this.#readers.delete(reader.streamId);
    this.#moved.delete(reader);
  }

  /** Reads what is new on these streams, as far as somebody follows them. */
  look(streamIds: readonly string[]): void {
    for (const streamId of streamIds) {
      const reader = this.#readers.get(streamId);
      if (reader) this.#moved.add(reader);
    }
    this.#start();
  }

  /** Settles when this reader knows everything that was committed before the call. */
  upToDate(reader: StreamReader): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    reader.waiting.push(resolve);
    this.#moved.add(reader);
    this.#start();
    return promise;
  }

  /** A page of events after `seq`, from the table. Waits for a database that is away. */
  async page(streamId: string, seq: number): Promise<StoredEvent[]> {
    for (let wait = SHORTEST_PAUSE; !this.#closed; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      try {
        return await readNew(this.#prisma, [{ streamId, seq }]);
      } catch (error) {
        await this.#waitForDatabase(error, wait);
      }
    }
    return [];
  }

  /** Compares every followed stream with its head: the net under lost rings. */
  async sweep(): Promise<void> {
    const readers = [...this.#readers.values()].filter(({ head }) => head !== null);
    for (let from = 0; from < readers.length; from += BATCH) {
      const ids = readers.slice(from, from + BATCH).map(({ streamId }) => streamId);
      const heads = await readHeads(this.#prisma, ids).catch(() => []);
      const moved = heads.filter(({ streamId, seq }) => seq > (this.#readers.get(streamId)?.head ?? seq));
      this.look(moved.map(({ streamId }) => streamId));
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#looking;
  }

  #start(): void {
    if (this.#looking || this.#closed || this.#moved.size === 0) return;
    this.#looking = this.#lookWhileMoved().finally(() => {
      this.#looking = null;
      this.#start();
    });
  }

  async #lookWhileMoved(): Promise<void> {
    let wait = SHORTEST_PAUSE;
    while (this.#moved.size > 0 && !this.#closed) {
      const readers = [...this.#moved].slice(0, BATCH);
      for (const reader of readers) this.#moved.delete(reader);
      try {
        await this.#lookAt(readers);
        wait = SHORTEST_PAUSE;
      } catch (error) {
        for (const reader of readers) if (reader.listeners.size > 0) this.#moved.add(reader);
        await this.#waitForDatabase(error, wait);
        wait = Math.min(wait * 2, LONGEST_PAUSE);
      }
    }
  }

  async #lookAt(readers: readonly StreamReader[]): Promise<void> {
    const asked = readers.map((reader) => reader.waiting.length);
    await this.#findHeads(readers.filter(({ head }) => head === null));
    const known = readers.map(({ streamId, head }) => ({ streamId, seq: head ?? 0 }));
    const news = Map.groupBy(await readNew(this.#prisma, known), ({ streamId }) => streamId);
    readers.forEach((reader, index) => {
      const events = news.get(reader.streamId) ?? [];
      reader.take(events);
      if (events.length === PAGE) this.#moved.add(reader);
      else for (const done of reader.waiting.splice(0, asked[index])) done();
    });
  }

  async #findHeads(readers: readonly StreamReader[]): Promise<void> {
    if (readers.length === 0) return;
    const heads = await readHeads(
      this.#prisma,
      readers.map(({ streamId }) => streamId),
    );
    const found = new Map(heads.map(({ streamId, seq }) => [streamId, seq]));
    for (const reader of readers) reader.head = found.get(reader.streamId) ?? 0;
  }

  async #waitForDatabase(error: unknown, milliseconds: number): Promise<void> {
    this.#log.warn({ err: error }, 'Streams cannot be read; trying again.');
    await pause(milliseconds, undefined, { ref: false });
  }
}

export function resyncRequired(): CodedError {
  return new CodedError(
    'RESYNC_REQUIRED',
    'That place in the stream is gone. Load the page anew and follow from its seq.',
  );
}
