import { CodedError, notFound } from './errors.ts';
import type { StoredEvent } from './stream.ts';
import { type Listener, resyncRequired, type StreamReader, type StreamReaders } from './streamReader.ts';

/** The most events that wait for one follower. */
const QUEUE = 512;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

type Options = {
  streamId: string;
  after: number | null;
  signal: AbortSignal;
  readers: StreamReaders;
  onEnd(): void;
};

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/**
 * One iterator over a stream. It joins the shared reader first; while it is behind it reads pages as it is asked for
 * them, and once it has caught up the reader hands it what is new.
 */
export class Follower implements AsyncIterableIterator<StoredEvent>, Listener {
  readonly #options: Options;
  readonly #reader: StreamReader;
  #queue: StoredEvent[] = [];
  /** The newest event that was put in the queue. */
  #seq = 0;
  #live = false;
  #ready: Promise<void> | null = null;
  #waiting: PromiseWithResolvers<IteratorResult<StoredEvent>> | null = null;
  #ended = false;
  #error: Error | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#reader = options.readers.join(options.streamId, this);
  }

  start(): void {
    const { signal, streamId } = this.#options;
    if (signal.aborted) this.end();
    // It would break the statement that reads for everybody.
    else if (!UUID.test(streamId)) this.fail(notFound());
    if (this.#ended) return;
    signal.addEventListener('abort', this.end, { once: true });
    this.#ready = this.#findPlace().finally(() => {
      this.#ready = null;
    });
  }

  // Not async: that would cost each delivery to each follower three more turns of the queue.
  next(): Promise<IteratorResult<StoredEvent>> {
    const event = this.#queue.shift();
    if (event) return Promise.resolve({ done: false, value: event });
    if (this.#ended) return this.#end();
    this.#waiting = Promise.withResolvers();
    const { promise } = this.#waiting;
    if (!this.#live) void this.#catchUp();
    return promise;
  }

  async return(): Promise<IteratorResult<StoredEvent>> {
    this.end();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  deliver(events: readonly StoredEvent[]): void {
    if (!this.#live) return;
    for (const event of events) this.#put(event);
    if (this.#queue.length > QUEUE) this.fail(slowFollower());
  }

  fail(error: Error): void {
    this.#error ??= error;
    this.end();
  }

  /** Ends it and forgets what waits. */
  readonly end = (): void => {
    if (this.#ended) return;
    this.#ended = true;
    this.#queue = [];
    this.#options.signal.removeEventListener('abort', this.end);
    this.#options.readers.leave(this.#reader, this);
    this.#options.onEnd();
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) this.#end().then(waiting.resolve, waiting.reject);
  };

  /** The end is told once as an error, if there was one, and from then on as an end. */
  async #end(): Promise<IteratorResult<StoredEvent>> {
    const error = this.#error;
    this.#error = null;
    if (error) throw error;
    return DONE;
  }

  async #findPlace(): Promise<void> {
    const { readers, after } = this.#options;
    await readers.upToDate(this.#reader);
    const head = this.#reader.head ?? 0;
    this.#seq = after ?? head;
    if (this.#seq > head || this.#seq < 0) return this.fail(resyncRequired());
    this.#joinReader();
  }

  /** Goes live when the reader still remembers all that is missing. */
  #joinReader(): void {
    const missing = this.#reader.since(this.#seq);
    if (!missing || this.#ended) return;
    this.#live = true;
    for (const event of missing) this.#put(event);
  }

  async #catchUp(): Promise<void> {
    await this.#ready;
    while (this.#waiting && !this.#live && !this.#ended) {
      const page = await this.#options.readers.page(this.#options.streamId, this.#seq);
      if (this.#ended) return;
      if (page[0]?.seq !== this.#seq + 1) return this.fail(resyncRequired());
      for (const event of page) this.#put(event);
      this.#joinReader();
    }
  }

  #put(event: StoredEvent): void {
    if (event.seq <= this.#seq) return;
    this.#seq = event.seq;
    const waiting = this.#waiting;
    if (!waiting) return void this.#queue.push(event);
    this.#waiting = null;
    waiting.resolve({ done: false, value: event });
  }
}

function slowFollower(): CodedError {
  return new CodedError(
    'SLOW_FOLLOWER',
    'Events came faster than they were read. Follow again from the last one.',
  );
}
