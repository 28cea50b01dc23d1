import { Client, type Exchange, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import { type Connection, createConnection } from './connection.ts';
import { codeOf, isUnreachable } from './errors.ts';
import { nameWrites } from './operationId.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { Locks } from './outboxStore.ts';
import { backoff, openSocket } from './socket.ts';

export interface ApiOptions {
  /** The server's origin, such as `https://belay.example`. */
  origin: string;
  cache: Exchange;
  storage: Storage;
  locks?: Locks | undefined;
  notice: (sentence: string) => void;
  onSignedOut: () => void;
  fetch?: typeof fetch;
  webSocketImpl?: unknown;
  /** Milliseconds before the outbox, or the socket, tries again. */
  pause?: (attempt: number) => number;
  socketPause?: (attempt: number) => number;
}

export interface Api {
  client: Client;
  connection: Connection;
  outbox: Outbox;
  /** The device says that its network is gone, or back. */
  networkIs: (state: 'gone' | 'back') => void;
  close: () => void;
}

/** The page's one way to the server: cache, outbox, fetch for questions and writes, a socket for events. */
export function createApi(options: ApiOptions): Api {
  const { origin, fetch = globalThis.fetch, pause = backoff } = options;
  const connection = createConnection({ pause, ask: async () => (await fetch(`${origin}/health/live`)).ok });
  const outbox = createOutbox({ ...options, connection });
  const socket = openSocket({
    url: `${origin.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: options.webSocketImpl,
    pause: options.socketPause,
    onConnected: () => connection.report(true),
    onClosed: () => connection.report(false),
    onSignedOut: options.onSignedOut,
  });

  const client = nameWrites(
    new Client({
      url: `${origin}/graphql`,
      fetch: (input, init) => fetch(input, init),
      fetchOptions: {
        credentials: 'same-origin',
        headers: { accept: 'application/graphql-response+json, application/json;q=0.9' },
      },
      preferGetMethod: false,
      exchanges: [
        signOutOf(options.onSignedOut),
        options.cache,
        outbox.exchange,
        reportTo(connection),
        subscriptionExchange({ forwardSubscription: socket.forward }),
        fetchExchange,
      ],
    }),
  );

  return {
    client,
    connection,
    outbox,
    networkIs(state) {
      if (state === 'back') return connection.look();
      connection.report(false);
      socket.cut();
    },
    close() {
      outbox.close();
      connection.close();
      socket.close();
    },
  };
}

function signOutOf(onSignedOut: () => void): Exchange {
  return mapExchange({
    onError(error) {
      if (codeOf(error) === 'UNAUTHENTICATED') onSignedOut();
    },
  });
}

/** Every answer, or its absence, tells whether the server is there. */
function reportTo(connection: Connection): Exchange {
  return mapExchange({
    onResult({ error, operation }) {
      if (operation.kind === 'subscription') return;
      connection.report(!(error && isUnreachable(error)));
    },
  });
}
