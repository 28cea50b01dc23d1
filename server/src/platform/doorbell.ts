/**
 * Tells every process that streams have moved. The table is the truth: a lost ring costs time, never an event.
 * `broadcast` carries small, lossy things (presence, ended credentials) beside it.
 */
export type Doorbell = {
  /** Rings for streams that have just been committed; gathered over a few milliseconds. */
  ring(streamIds: string[]): void;
  onRing(listener: (streamIds: string[]) => void): () => void;
  /** Sends a message of at most 6 kB to every process, this one too. May be lost. */
  broadcast(message: Message): void;
  onMessage(listener: (message: Message) => void): () => void;
  /** The bell may have been deaf for a while: look at every followed stream. */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
};

export type Message = { topic: string; [key: string]: unknown };

/** A set of listeners. One that throws does not keep the others from hearing. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();

  add(listener: (value: T) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }
}

/** For one process: rings at once. */
export function createLocalDoorbell(): Doorbell {
  const rings = new Listeners<string[]>();
  const messages = new Listeners<Message>();
  const gaps = new Listeners<void>();
  return {
    ring: (streamIds) => rings.emit(streamIds),
    onRing: (listener) => rings.add(listener),
    broadcast: (message) => messages.emit(message),
    onMessage: (listener) => messages.add(listener),
    onGap: (listener) => gaps.add(listener),
    close: async () => {},
  };
}
