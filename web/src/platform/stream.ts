import { type AnyVariables, type Client, createRequest, type TypedDocumentNode } from '@urql/core';
import { onEnd, pipe, subscribe } from 'wonka';
import { codeOf, type ErrorCode } from './errors.ts';
import { backoff } from './socket.ts';

/** Answers after which asking the same again is of no use: the page, read anew, says what is the matter. */
const cannotGoOn: ReadonlySet<ErrorCode> = new Set([
  'RESYNC_REQUIRED',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
]);

/** An event of any stream, as far as following it goes. */
export interface StreamEvent {
  __typename?: string;
  seq: number;
}

export interface FollowOptions<Data, Variables extends AnyVariables, Event extends StreamEvent> {
  client: Client;
  /** A subscription with one field, an event, and a variable `after`. */
  document: TypedDocumentNode<Data, Variables>;
  variables: Omit<Variables & object, 'after'>;
  /** The newest event that what is on the page already knows of. */
  seq: number;
  onEvent: (event: Event) => void;
  /** The stream cannot go on from where we are: read the page anew, and follow from its `seq`. */
  onLost: () => void;
  pause?: (attempt: number) => number;
}

/**
 * Follows a stream from `seq`: each event once, in order, none missed. Repeats are dropped; after a gap
 * it asks again from the last one seen; when asking does not help, or the server says that the past is
 * gone, `onLost` is called. Returns how to stop.
 */
export function followStream<Data, Variables extends AnyVariables, Event extends StreamEvent>(
  options: FollowOptions<Data, Variables, Event>,
): () => void {
  const { client, document, onEvent, onLost, pause = backoff } = options;
  let last = options.seq;
  let attempt = 0;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe = () => {};

  function take(event: Event) {
    if (event.seq <= last) return;
    if (event.seq > last + 1) return askAgain();
    last = event.seq;
    attempt = 0;
    onEvent(event);
  }

  function askAgain() {
    unsubscribe();
    if (attempt > 2) onLost();
    clearTimeout(timer);
    timer = setTimeout(ask, pause(attempt++));
  }

  function ask() {
    const request = createRequest(document, { ...options.variables, after: last } as unknown as Variables);
    let over = false;
    const end = () => {
      if (!stopped && !over) askAgain();
    };
    const subscription = pipe(
      client.executeSubscription(request),
      onEnd(end),
      subscribe(({ data, error }) => {
        if (over || stopped) return;
        if (error && cannotGoOn.has(codeOf(error))) {
          over = true;
          return onLost();
        }
        if (error) return end();
        const event = Object.values(data ?? {})[0] as Event | undefined;
        if (event) take(event);
      }),
    );
    unsubscribe = () => {
      over = true;
      subscription.unsubscribe();
    };
  }

  ask();
  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
  };
}
