import type { IncomingMessage } from 'node:http';
import { type ExecutionArgs, type ExecutionResult, type GraphQLError, getOperationAST } from 'graphql';
import type { RawData, WebSocket } from 'ws';
import { CodedError } from './errors.ts';
import type { Log } from './log.ts';
import {
  type CloseReason,
  close,
  completeFrame,
  errorFrame,
  nextFrame,
  type OperationRequest,
  readMessage,
} from './wsMessages.ts';

/** Who a socket belongs to. */
export type Caller = {
  personId: string;
  /** The session or token that opened it; the socket ends with it. */
  credentialId: string;
  /** When the credential ends by itself, by Belay's clock. */
  expiresAt: Date | null;
};

/** What a socket brings to be recognised by. */
export type Hello = {
  request: IncomingMessage;
  /** The `authorization` of `connection_init`, such as `Bearer …`. */
  authorization: string | null;
  /** Whether the request's cookies may be believed: it came from a page of ours. */
  cookies: boolean;
};

/** An operation that passed every check it would have passed over HTTP. */
export type Prepared = {
  args: ExecutionArgs;
  execute(args: ExecutionArgs): ExecutionResult | Promise<ExecutionResult>;
  subscribe(args: ExecutionArgs): OperationResult | Promise<OperationResult>;
};

type OperationResult = AsyncIterable<ExecutionResult> | ExecutionResult;

export type ConnectionOptions<C extends Caller> = {
  authenticate(hello: Hello): Promise<C | null>;
  prepare(caller: C, hello: Hello, request: OperationRequest): Promise<Prepared | readonly GraphQLError[]>;
  /** Whether this caller may have one more socket. */
  admit(caller: C): boolean;
  initTimeout: number;
  log: Log;
};

const MOST_OPERATIONS = 100;
/** Bytes that may wait in a socket before its operations wait for it. */
const HIGH_WATER = 128 * 1024;

/** `null` while an operation is prepared or gives a single result. */
type Running = AsyncIterator<ExecutionResult> | null;

/** One socket that speaks `graphql-transport-ws`. */
export class Connection<C extends Caller> {
  readonly socket: WebSocket;
  /** Heard from since the last time somebody asked. */
  alive = true;
  caller: C | null = null;
  readonly #options: ConnectionOptions<C>;
  readonly #hello: Hello;
  readonly #operations = new Map<string, Running>();
  #greeting: NodeJS.Timeout | null;

  constructor(socket: WebSocket, hello: Hello, options: ConnectionOptions<C>) {
    this.socket = socket;
    this.#hello = hello;
    this.#options = options;
    this.#greeting = setTimeout(() => this.close(close.initTimeout), options.initTimeout).unref();
    socket.on('message', (data, isBinary) => void this.#receive(data, isBinary));
    socket.on('pong', () => {
      this.alive = true;
    });
    socket.on('close', () => this.#release());
    // What breaks a socket also closes it.
    socket.on('error', () => undefined);
  }

  close([code, reason]: CloseReason): void {
    this.socket.close(code, reason);
    this.#release();
  }

  #release(): void {
    if (this.#greeting) clearTimeout(this.#greeting);
    for (const operation of this.#operations.values()) end(operation);
    this.#operations.clear();
  }

  async #receive(data: RawData, isBinary: boolean): Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.alive = true;
    const message = isBinary ? null : readMessage(data.toString());
    if (!message) return this.close(close.badRequest);
    switch (message.type) {
      case 'connection_init':
        return this.#init(message.payload);
      case 'ping':
        return this.#send(JSON.stringify({ type: 'pong', payload: message.payload }));
      case 'pong':
        return;
      case 'complete':
        return this.#cancel(message.id);
      case 'subscribe':
        return this.#begin(message.id, message.payload);
    }
  }

  async #init(payload: Record<string, unknown> | undefined): Promise<void> {
    if (!this.#greeting) return this.close(close.tooManyInits);
    clearTimeout(this.#greeting);
    this.#greeting = null;
    const { authorization } = payload ?? {};
    this.#hello.authorization = typeof authorization === 'string' ? authorization : null;
    try {
      const caller = await this.#options.authenticate(this.#hello);
      if (!caller) return this.close(close.unauthorized);
      if (this.socket.readyState !== this.socket.OPEN) return;
      if (!this.#options.admit(caller)) return this.close(close.tryAgain);
      this.caller = caller;
      await this.#send('{"type":"connection_ack"}');
    } catch (error) {
      this.#options.log.error({ err: error }, 'A socket could not be recognised.');
      this.close(close.tryAgain);
    }
  }

  #cancel(id: string): void {
    const operation = this.#operations.get(id);
    this.#operations.delete(id);
    end(operation);
  }

  async #begin(id: string, request: OperationRequest): Promise<void> {
    if (!this.caller) return this.close(close.unauthorized);
    if (this.#operations.has(id)) return this.close(close.subscriberExists);
    if (this.#operations.size >= MOST_OPERATIONS) return this.#send(errorFrame(id, [tooMany().toJSON()]));
    this.#operations.set(id, null);
    try {
      await this.#run(id, this.caller, request);
    } catch (error) {
      if (!this.#operations.has(id)) return;
      this.#options.log.error({ err: error }, 'An operation broke; its socket is asked to come back.');
      this.close(close.tryAgain);
    }
  }

  async #run(id: string, caller: C, request: OperationRequest): Promise<void> {
    const prepared = await this.#options.prepare(caller, this.#hello, request);
    if (!this.#operations.has(id)) return;
    if (!isPrepared(prepared)) return this.#refuse(id, prepared);
    const { args } = prepared;
    const kind = getOperationAST(args.document, args.operationName)?.operation;
    const result = await (kind === 'subscription' ? prepared.subscribe(args) : prepared.execute(args));
    if (Symbol.asyncIterator in result) await this.#follow(id, result[Symbol.asyncIterator]());
    else if (this.#operations.has(id)) await this.#send(nextFrame(id, JSON.stringify(result)));
    if (this.#operations.delete(id)) await this.#send(completeFrame(id));
  }

  #refuse(id: string, errors: readonly GraphQLError[]): void | Promise<void> {
    this.#operations.delete(id);
    return this.#send(
      errorFrame(
        id,
        errors.map((error) => error.toJSON()),
      ),
    );
  }

  async #follow(id: string, results: AsyncIterator<ExecutionResult>): Promise<void> {
    if (!this.#operations.has(id)) return end(results);
    this.#operations.set(id, results);
    while (true) {
      const { done, value } = await results.next();
      if (done || this.#operations.get(id) !== results) return;
      await this.#send(nextFrame(id, serialise(value)));
      if (isTooSlow(value)) return this.close(close.tryAgain);
    }
  }

  /** Resolves when there is room for more. */
  #send(frame: string): void | Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount < HIGH_WATER) return this.socket.send(frame);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.socket.send(frame, () => resolve());
    return promise;
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

function end(operation: Running | undefined): void {
  operation?.return?.().catch(() => undefined);
}

function isPrepared(value: Prepared | readonly GraphQLError[]): value is Prepared {
  return 'args' in value;
}

/** One that cannot keep up starts anew, from the last event it has. */
function isTooSlow({ errors }: ExecutionResult): boolean {
  return errors?.some(({ extensions }) => extensions?.code === 'SLOW_FOLLOWER') ?? false;
}

function tooMany(): CodedError {
  return new CodedError('RATE_LIMITED', `At most ${MOST_OPERATIONS} operations may run on one connection.`);
}
