import type { ExecutionResult, SubscriptionForwarder } from '@urql/core';
import { createClient } from 'graphql-ws/client';

/** Pauses between attempts, in milliseconds: doubling from the first to the longest, half of it by chance. */
const firstPause = 500;
const longestPause = 15_000;

export function backoff(attempt: number): number {
  const pause = Math.min(longestPause, firstPause * 2 ** attempt);
  return pause / 2 + Math.random() * (pause / 2);
}

interface SocketOptions {
  url: string;
  onConnected: () => void;
  onClosed: () => void;
  /** The session is over: 4401. */
  onSignedOut: () => void;
  webSocketImpl?: unknown;
  /** Milliseconds before the next attempt. */
  pause?: ((attempt: number) => number) | undefined;
}

/**
 * The one socket of the page: opened with the first subscription, closed with the last, tried again for
 * ever. After a cut each subscription asks for what came after the newest event it has seen.
 */
export function openSocket(options: SocketOptions) {
  const { url, onConnected, onClosed, onSignedOut, webSocketImpl, pause = backoff } = options;
  const client = createClient({
    url,
    webSocketImpl,
    lazyCloseTimeout: 3000,
    keepAlive: 10_000,
    connectionAckWaitTimeout: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: (attempt) => pauseOrOnline(pause(attempt)),
    shouldRetry: () => true,
    on: { connected: onConnected, closed, pong: answered, ping: asked },
  });
  let answer: ReturnType<typeof setTimeout> | undefined;

  function closed(event: unknown) {
    clearTimeout(answer);
    const code = (event as CloseEvent).code;
    if (code === 4401) onSignedOut();
    // 1000 is our own: nothing is followed any more.
    if (code !== 1000) onClosed();
  }

  /** A socket that lost its network says nothing: five seconds without a pong and it is given up. */
  function asked(received: boolean) {
    if (!received) answer = setTimeout(() => client.terminate(), 5000);
  }

  function answered(received: boolean) {
    if (received) clearTimeout(answer);
  }

  const forward: SubscriptionForwarder = (request) => ({
    subscribe(sink) {
      const payload = {
        query: request.query ?? '',
        operationName: request.operationName,
        variables: { ...request.variables },
      };
      const unsubscribe = client.subscribe(payload, {
        next(result) {
          const seq = newestSeq(result as ExecutionResult);
          if (seq !== undefined && 'after' in payload.variables) payload.variables.after = seq;
          sink.next(result as ExecutionResult);
        },
        error: (problem) => sink.error(problem),
        complete: () => sink.complete(),
      });
      return { unsubscribe };
    },
  });

  return { forward, cut: () => client.terminate(), close: () => client.dispose() };
}

function newestSeq({ data }: ExecutionResult): number | undefined {
  for (const event of Object.values(data ?? {})) {
    if (typeof event?.seq === 'number') return event.seq;
  }
  return undefined;
}

/** Waits, but no longer than until the device says it is back online. */
function pauseOrOnline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    globalThis.addEventListener?.('online', done);
  });
}
