import type { IncomingMessage } from 'node:http';
import type { GraphQLError } from 'graphql';
import type { RawData, WebSocket } from 'ws';
import type { Log } from './log.ts';
import { type CloseReason, close, type OperationRequest, readMessage } from './wsMessages.ts';
import { Operations, type Prepared } from './wsOperations.ts';

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

export type ConnectionOptions<C extends Caller> = {
  /** Null for wrong credentials, and for none. */
  authenticate(hello: Hello): Promise<C | null>;
  /** A GraphQLError that is thrown refuses the operation. `signal` aborts when the socket closes. */
  prepare(
    caller: C,
    request: OperationRequest,
    signal: AbortSignal,
  ): Promise<Prepared | readonly GraphQLError[]>;
  /** Whether this caller may have one more socket. */
  admit(caller: C): boolean;
  /** Milliseconds a socket may take to say who it is. */
  initTimeout: number;
  log: Log;
};

/** Bytes that may wait in a socket before its operations wait for it. */
const HIGH_WATER = 128 * 1024;

/** One socket that speaks `graphql-transport-ws`. */
export class Connection<C extends Caller> {
  readonly socket: WebSocket;
  /** Heard from since the last time somebody asked. */
  alive = true;
  caller: C | null = null;
  readonly #options: ConnectionOptions<C>;
  readonly #closing = new AbortController();
  #operations: Operations | null = null;
  /** Forgotten when it has been heard: a request is large. */
  #hello: Hello | null;
  #greeting: NodeJS.Timeout | null;

  constructor(socket: WebSocket, hello: Hello, options: ConnectionOptions<C>) {
    this.socket = socket;
    this.#hello = hello;
    this.#options = options;
    this.#greeting = setTimeout(() => this.close(close.initTimeout), options.initTimeout).unref();
    socket.on('message', (data, isBinary) => {
      this.#receive(data, isBinary).catch((error) => this.#break(error));
    });
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
    this.#closing.abort();
    this.#operations?.end();
  }

  #break(error: unknown): void {
    this.#options.log.error({ err: error }, 'A socket broke and is asked to come back.');
    this.close(close.tryAgain);
  }

  async #receive(data: RawData, isBinary: boolean): Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.alive = true;
    const message = isBinary ? null : readMessage(data.toString());
    if (!message) return this.close(close.badRequest);
    if (message.type === 'connection_init') return this.#init(message.payload);
    if (message.type === 'ping')
      return this.#send(JSON.stringify({ type: 'pong', payload: message.payload }));
    if (message.type === 'pong') return;
    if (!this.#operations) return this.close(close.unauthorized);
    if (message.type === 'subscribe') return this.#operations.begin(message.id, message.payload);
    this.#operations.cancel(message.id);
  }

  async #init(payload: Record<string, unknown> | undefined): Promise<void> {
    const hello = this.#hello;
    if (!hello || !this.#greeting) return this.close(close.tooManyInits);
    clearTimeout(this.#greeting);
    this.#greeting = null;
    this.#hello = null;
    const { authorization } = payload ?? {};
    hello.authorization = typeof authorization === 'string' ? authorization : null;
    const caller = await this.#options.authenticate(hello);
    if (!caller) return this.close(close.unauthorized);
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (!this.#options.admit(caller)) return this.close(close.tryAgain);
    this.caller = caller;
    this.#operations = new Operations({
      prepare: (request) => this.#options.prepare(caller, request, this.#closing.signal),
      send: (frame) => this.#send(frame),
      close: (reason) => this.close(reason),
    });
    await this.#send('{"type":"connection_ack"}');
  }

  /** Resolves when there is room for more. Who does not read is not read either, so nothing piles up. */
  #send(frame: string): void | Promise<void> {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount < HIGH_WATER) return this.socket.send(frame);
    this.socket.pause();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.socket.send(frame, () => {
      this.socket.resume();
      resolve();
    });
    return promise;
  }
}
