import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Clock, seconds } from './clock.ts';
import { Counts } from './counts.ts';
import { type Caller, Connection, type ConnectionOptions } from './wsConnection.ts';
import { close } from './wsMessages.ts';

const PROTOCOL = 'graphql-transport-ws';

export type SocketLimits = {
  /** Sockets of one process. */
  total: number;
  /** Sockets of one address that have not said who they are. */
  strangersPerAddress: number;
  perPerson: number;
};

export type SocketOptions<C extends Caller> = Omit<ConnectionOptions<C>, 'admit' | 'initTimeout'> & {
  /** Only upgrades of this path are ours. */
  path: string;
  /** Whether a page of that origin may connect to that host, with its cookies. */
  originAllowed(origin: string, host: string): boolean;
  /** The caller's address, behind whatever proxies are trusted. */
  addressOf(request: IncomingMessage): string;
  clock: Clock;
  limits?: Partial<SocketLimits>;
  /** Milliseconds a socket may take to say who it is. */
  initTimeout?: number;
  /** Milliseconds after which a socket is asked for a sign of life; it has as long to give one. */
  pingEvery?: number;
};

export type Sockets = {
  /** Serves upgrades of `path` on this server; refuses those of other paths. */
  attach(server: Server): void;
  count(): number;
  /** Closes every socket that was opened with one of these sessions or tokens. */
  endCredentials(credentialIds: readonly string[]): void;
  /** Accepts no more and asks every client to come back elsewhere; resolves when they are gone, after 2 s at most. */
  close(): Promise<void>;
};

const LIMITS: SocketLimits = { total: 20_000, strangersPerAddress: 100, perPerson: 100 };
const LARGEST_MESSAGE = 256 * 1024;
const PING_EVERY = seconds(15);

/**
 * GraphQL over WebSockets. A browser names its origin, and its cookies count only when that is ours; a program names
 * none and brings a Bearer token in `connection_init`. Nobody stays without saying who they are.
 */
export function createSockets<C extends Caller>(options: SocketOptions<C>): Sockets {
  const {
    path,
    originAllowed,
    addressOf,
    clock,
    initTimeout = seconds(10),
    pingEvery = PING_EVERY,
    ...rest
  } = options;
  const limits = { ...LIMITS, ...options.limits };
  const connections = new Set<Connection<C>>();
  const strangers = new Counts();
  const perPerson = new Counts();
  let draining = false;

  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: LARGEST_MESSAGE,
    handleProtocols: (offered) => offered.has(PROTOCOL) && PROTOCOL,
  });

  /** Why this upgrade is refused, as an HTTP status; null when it is not. */
  function refusal(request: IncomingMessage): string | null {
    const { origin, host = '' } = request.headers;
    if (request.url?.split('?')[0] !== path) return '404 Not Found';
    if (origin !== undefined && !originAllowed(origin, host)) return '403 Forbidden';
    if (draining || connections.size >= limits.total) return '503 Service Unavailable';
    const waiting = strangers.of(addressOf(request));
    return waiting >= limits.strangersPerAddress ? '429 Too Many Requests' : null;
  }

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    // Until ws takes over, a broken connection has nobody else to tell.
    stream.on('error', () => undefined);
    const status = refusal(request);
    if (status) refuse(stream, status);
    else server.handleUpgrade(request, stream, head, (socket) => open(socket, request));
  }

  function open(socket: WebSocket, request: IncomingMessage): void {
    if (socket.protocol !== PROTOCOL) {
      socket.close(...close.notAcceptable);
      return;
    }
    const address = addressOf(request);
    const hello = { request, authorization: null, cookies: request.headers.origin !== undefined };
    const admit = ({ personId }: C) => {
      if (perPerson.of(personId) >= limits.perPerson) return false;
      strangers.add(address, -1);
      perPerson.add(personId, 1);
      return true;
    };
    const connection = new Connection(socket, hello, { ...rest, initTimeout, admit });
    strangers.add(address, 1);
    connections.add(connection);
    socket.on('close', () => {
      connections.delete(connection);
      if (connection.caller) perPerson.add(connection.caller.personId, -1);
      else strangers.add(address, -1);
    });
  }

  /** Ends those that give no sign of life. */
  function ping(): void {
    for (const connection of connections) {
      if (!connection.alive) connection.socket.terminate();
      connection.alive = false;
      connection.socket.ping();
    }
  }

  function expire(): void {
    const now = clock.now();
    for (const connection of connections) {
      const { expiresAt = null } = connection.caller ?? {};
      if (expiresAt !== null && expiresAt <= now) connection.close(close.unauthorized);
    }
  }

  const timers = [setInterval(ping, pingEvery).unref(), setInterval(expire, seconds(1)).unref()];

  return {
    attach: (http) => void http.on('upgrade', upgrade),
    count: () => connections.size,
    endCredentials(credentialIds) {
      const ended = new Set(credentialIds);
      for (const connection of connections) {
        if (connection.caller && ended.has(connection.caller.credentialId))
          connection.close(close.unauthorized);
      }
    },
    async close() {
      draining = true;
      for (const timer of timers) clearInterval(timer);
      const gone = [...connections].map(
        ({ socket }) => new Promise((resolve) => socket.once('close', resolve)),
      );
      for (const connection of connections) connection.close(close.restart);
      const patience = setTimeout(() => {
        for (const { socket } of connections) socket.terminate();
      }, seconds(2));
      await Promise.all(gone);
      clearTimeout(patience);
    },
  };
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
