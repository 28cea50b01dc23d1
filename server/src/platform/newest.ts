const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** An iterator over a value that changes: whoever reads slowly sees the newest one, never a queue. */
export class Newest<T> implements AsyncIterableIterator<T> {
  readonly #signal: AbortSignal;
  readonly #onEnd: () => void;
  #value: { newest: T } | null = null;
  #waiting: ((result: IteratorResult<T>) => void) | null = null;
  #ended = false;

  constructor(signal: AbortSignal, onEnd: () => void) {
    this.#signal = signal;
    this.#onEnd = onEnd;
    signal.addEventListener('abort', this.end, { once: true });
    if (signal.aborted) this.end();
  }

  set(value: T): void {
    if (this.#ended) return;
    if (this.#waiting) this.#answer({ done: false, value });
    else this.#value = { newest: value };
  }

  async next(): Promise<IteratorResult<T>> {
    if (this.#ended) return DONE;
    const value = this.#value;
    this.#value = null;
    if (value) return { done: false, value: value.newest };
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  async return(): Promise<IteratorResult<T>> {
    this.end();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  readonly end = (): void => {
    if (this.#ended) return;
    this.#ended = true;
    this.#value = null;
    this.#signal.removeEventListener('abort', this.end);
    this.#onEnd();
    if (this.#waiting) this.#answer(DONE);
  };

  #answer(result: IteratorResult<T>): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(result);
  }
}
