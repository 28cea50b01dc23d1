import { type ExecutionResult, GraphQLError } from 'graphql';

type Parts = {
  source: AsyncIterator<unknown>;
  /** Aborted when the subscription ends, so that a source that waits is freed. */
  controller: AbortController;
  execute(event: unknown): Promise<ExecutionResult>;
  onEnd(): void;
};

const LOST_ACCESS = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);
const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** The results of one subscription. Ending it ends its source at once, even while it waits. */
export class SubscriptionResults implements AsyncIterableIterator<ExecutionResult> {
  readonly #parts: Parts;
  #lastWords: GraphQLError | undefined;
  #ended = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    if (this.#ended) return this.#farewell();
    try {
      const event = await this.#parts.source.next();
      if (event.done) this.end();
      if (this.#ended) return this.#farewell();
      const value = await this.#parts.execute(event.value);
      if (this.#ended) return this.#farewell();
      if (hasLostAccess(value)) this.end();
      return { done: false, value };
    } catch (error) {
      if (!this.#ended && !(error instanceof GraphQLError)) {
        this.end();
        throw error;
      }
      if (error instanceof GraphQLError) this.end(error);
      return this.#farewell();
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult>> {
    this.end();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Ends it, with an error as the last result if there is one to tell. */
  end(lastWords?: GraphQLError): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#lastWords = lastWords;
    this.#parts.onEnd();
    this.#parts.controller.abort();
    // A source that hears no signal still hears this, once whatever it waits for has come.
    this.#parts.source.return?.().catch(() => undefined);
  }

  #farewell(): IteratorResult<ExecutionResult> {
    const error = this.#lastWords;
    this.#lastWords = undefined;
    return error ? { done: false, value: { errors: [error] } } : DONE;
  }
}

/** Whether the field itself was refused; an error further down is about one part of one event. */
function hasLostAccess({ errors }: ExecutionResult): boolean {
  return (
    errors?.some(({ path, extensions }) => path?.length === 1 && LOST_ACCESS.has(extensions.code)) ?? false
  );
}
