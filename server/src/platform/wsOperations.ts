import { type ExecutionArgs, type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import { type Code, CodedError } from './errors.ts';
import {
  type CloseReason,
  close,
  completeFrame,
  errorFrame,
  nextFrameStart,
  type OperationRequest,
} from './wsMessages.ts';

/** An operation that passed every check it would have passed over HTTP. */
export type Prepared = {
  args: ExecutionArgs;
  execute(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult>;
  subscribe(args: ExecutionArgs): OperationResult | Promise<OperationResult>;
};

type OperationResult = AsyncIterable<ExecutionResult> | ExecutionResult;

/** What operations need of their socket. */
export type Line = {
  prepare(request: OperationRequest): Promise<Prepared | readonly GraphQLError[]>;
  /** Sends a frame; when the line is full, a promise that resolves once it has room again. */
  send(frame: string): void | Promise<void>;
  close(reason: CloseReason): void;
};

/** `results` is null while it is prepared or gives a single result. */
type Operation = { results: AsyncIterator<ExecutionResult> | null };

const MOST_OPERATIONS = 100;

/** The operations of one socket, by the ids that its client gave them. */
export class Operations {
  readonly #line: Line;
  readonly #running = new Map<string, Operation>();

  constructor(line: Line) {
    this.#line = line;
  }

  async begin(id: string, request: OperationRequest): Promise<void> {
    if (this.#running.has(id)) return this.#line.close(close.subscriberExists);
    if (this.#running.size >= MOST_OPERATIONS) return this.#line.send(errorFrame(id, [tooMany()]));
    const operation: Operation = { results: null };
    this.#running.set(id, operation);
    try {
      await this.#run(id, operation, request);
    } catch (error) {
      if (!this.#isRunning(id, operation)) return;
      if (!(error instanceof GraphQLError)) throw error;
      if (isCoded(error, 'UNAUTHENTICATED')) return this.#line.close(close.unauthorized);
      await this.#refuse(id, [error]);
    }
  }

  cancel(id: string): void {
    const operation = this.#running.get(id);
    this.#running.delete(id);
    end(operation?.results);
  }

  /** Cancels all of them. */
  end(): void {
    for (const id of this.#running.keys()) this.cancel(id);
  }

  async #run(id: string, operation: Operation, request: OperationRequest): Promise<void> {
    const prepared = await this.#line.prepare(request);
    if (!this.#isRunning(id, operation)) return;
    if (!('args' in prepared)) return this.#refuse(id, prepared);
    const { args } = prepared;
    const asked = getOperationAST(args.document, args.operationName);
    if (!asked) return this.#refuse(id, [unclearOperation()]);
    const subscribes = asked.operation === 'subscription';
    const result = await (subscribes ? prepared.subscribe(args) : prepared.execute(args));
    if (Symbol.asyncIterator in result) await this.#follow(id, operation, result[Symbol.asyncIterator]());
    else if (this.#isRunning(id, operation))
      await this.#line.send(`${nextFrameStart(id)}${JSON.stringify(result)}}`);
    if (!this.#isRunning(id, operation)) return;
    this.#running.delete(id);
    await this.#line.send(completeFrame(id));
  }

  async #follow(id: string, operation: Operation, results: AsyncIterator<ExecutionResult>): Promise<void> {
    if (!this.#isRunning(id, operation)) return end(results);
    operation.results = results;
    const start = nextFrameStart(id);
    while (true) {
      const { done, value } = await results.next();
      if (done || !this.#isRunning(id, operation)) return;
      const full = this.#line.send(`${start}${serialise(value)}}`);
      if (full) await full;
      if (value.errors) this.#closeAfter(value.errors);
    }
  }

  /**
   * One that cannot keep up starts anew, from the last event it has. Everybody here has said who they are, so being
   * unknown means that their credential has ended.
   */
  #closeAfter(errors: readonly GraphQLError[]): void {
    if (errors.some((error) => isCoded(error, 'SLOW_FOLLOWER'))) this.#line.close(close.tryAgain);
    if (errors.some((error) => isCoded(error, 'UNAUTHENTICATED'))) this.#line.close(close.unauthorized);
  }

  #refuse(id: string, errors: readonly GraphQLError[]): void | Promise<void> {
    this.#running.delete(id);
    return this.#line.send(errorFrame(id, errors));
  }

  /** An id may be used anew while what it named before is still ending. */
  #isRunning(id: string, operation: Operation): boolean {
    return this.#running.get(id) === operation;
  }
}

const serialised = new WeakMap<ExecutionResult, string>();

/** One serialisation for all who are given the same result. */
function serialise(result: ExecutionResult): string {
  const known = serialised.get(result);
  if (known) return known;
  const json = JSON.stringify(result);
  serialised.set(result, json);
  return json;
}

function end(results: AsyncIterator<ExecutionResult> | null | undefined): void {
  results?.return?.().catch(() => undefined);
}

const isCoded = ({ extensions }: GraphQLError, code: Code) => extensions.code === code;

/** In the words of HTTP. */
function unclearOperation(): GraphQLError {
  return new GraphQLError('Could not determine what operation to execute.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE' },
  });
}

function tooMany(): CodedError {
  return new CodedError('RATE_LIMITED', `At most ${MOST_OPERATIONS} operations may run on one connection.`);
}
