import {
  type Client,
  type Exchange,
  makeOperation,
  type Operation,
  type OperationResult,
  stringifyDocument,
} from '@urql/core';
import { filter, makeSubject, merge, pipe } from 'wonka';
import { createListeners } from '../ui/listeners.ts';
import type { Connection } from './connection.ts';
import { madeId, newId, withKnownIds } from './newIds.ts';
import { operationIdOf } from './operationId.ts';
import { type OutboxAnswer, outboxAnswer } from './outboxAnswer.ts';
import { type KeptWrite, type Locks, type OutboxStore, openStore } from './outboxStore.ts';
import { refusalOf } from './refusal.ts';
import { backoff } from './socket.ts';

/** The server remembers a write's name for 24 hours; after that a repeat could count twice. */
const keptFor = 23 * 60 * 60 * 1000;

export interface OutboxOptions {
  connection: Connection;
  storage: Storage;
  locks?: Locks | undefined;
  /** Something to tell the person, when no page waits for the answer any more. */
  notice: (sentence: string) => void;
  onSignedOut: () => void;
  /** Milliseconds before the next attempt. */
  pause?: (attempt: number) => number;
}

export interface Outbox {
  exchange: Exchange;
  /** How many writes wait for an answer. */
  waiting: () => number;
  /** What they say, oldest first. */
  inputs: () => Record<string, unknown>[];
  subscribe: (listener: () => void) => () => void;
  /** Names whose writes these are, and takes up what an earlier page left unsent. */
  open: (person: string) => Promise<void>;
  /** The connection may be back: try now. */
  wake: () => void;
  /** At sign-out: nothing waits any more. */
  clear: () => void;
  close: () => void;
}

interface Entry extends KeptWrite {
  operation: Operation;
  /** Nobody on this page waits for the answer. */
  adopted: boolean;
}

/**
 * Stands between the cache and the network. Writes leave one by one, in the order they were made; each
 * lies in storage until it is answered. While no answer comes its result is withheld, so that the cache
 * keeps showing what was done; when the server is back it is sent once more under the same name.
 * A write without a name (`opId`), or with `keep: false` in its context, passes through untouched.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const { connection, notice, pause = backoff } = options;
  const tab = crypto.getRandomValues(new Uint32Array(2)).join('');
  const queue: Entry[] = [];
  const knownIds = new Map<string, string>();
  const { subscribe, tell: changed } = createListeners();
  const released = makeSubject<Operation>();

  let client: Client | undefined;
  let owner: string | undefined;
  let store: OutboxStore | undefined;
  let sending: Entry | undefined;
  let attempt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let held = false;

  function add(operation: Operation) {
    const kept: KeptWrite = operation.context.keptWrite ?? {
      opId: operationIdOf(operation) ?? '',
      query: stringifyDocument(operation.query),
      variables: operation.variables as Record<string, unknown>,
      at: Date.now(),
    };
    queue.push({ ...kept, operation, adopted: operation.context.keptWrite !== undefined });
    store?.put(kept);
    changed();
    send();
  }

  function send() {
    const next = queue[0];
    if (sending || held || timer !== undefined || !next) return;
    sending = next;
    const variables = withKnownIds(next.operation.variables, knownIds);
    released.next(makeOperation('mutation', { ...next.operation, variables }, next.operation.context));
  }

  /** True when the result may go on to the cache and the page. */
  function settle(result: OperationResult): boolean {
    const entry = sending;
    if (!entry || entry.operation.key !== result.operation.key) return true;
    sending = undefined;
    const answer = outboxAnswer(result);
    if (answer !== 'given') {
      hold(answer);
      return false;
    }
    attempt = 0;
    const id = madeId(result);
    if (id !== undefined) knownIds.set(newId(entry.opId), id);
    queue.shift();
    store?.remove(entry.opId);
    const refusal = entry.adopted ? refusalOf(result) : null;
    if (refusal) notice(`A change made earlier could not be kept. ${refusal.message}`);
    changed();
    // Not within this result: the cache first settles what it is being told.
    queueMicrotask(send);
    return true;
  }

  /** The write stays where it is. */
  function hold(answer: OutboxAnswer) {
    held = answer === 'signed out';
    if (held) return options.onSignedOut();
    timer = setTimeout(wake, pause(attempt++));
    changed();
  }

  function wake() {
    clearTimeout(timer);
    timer = undefined;
    send();
  }

  async function adopt() {
    for (const write of (await store?.adopt()) ?? []) {
      if (Date.now() - write.at > keptFor) {
        store?.remove(write.opId);
        notice('A change from an earlier day could not be sent any more.');
        continue;
      }
      client?.mutation(write.query, write.variables, { keptWrite: write }).subscribe(() => {});
    }
  }

  const isKept = (operation: Operation) =>
    operation.kind === 'mutation' &&
    operation.context.keep !== false &&
    operationIdOf(operation) !== undefined;

  const exchange: Exchange = (input) => {
    client = input.client;
    return (operations$) => {
      const passing$ = pipe(
        operations$,
        filter((operation) => {
          if (!isKept(operation)) return true;
          add(operation);
          return false;
        }),
      );
      return pipe(input.forward(merge([passing$, released.source])), filter(settle));
    };
  };

  const stopListening = connection.subscribe(() => {
    if (!connection.online()) return;
    wake();
    void adopt();
  });

  return {
    exchange,
    waiting: () => queue.length,
    inputs: () => queue.map(({ variables }) => (variables.input ?? {}) as Record<string, unknown>),
    subscribe,
    async open(person) {
      if (owner === person) return;
      owner = person;
      store = await openStore({ ...options, person, tab });
      for (const { opId, query, variables, at } of queue) store.put({ opId, query, variables, at });
      await adopt();
    },
    wake,
    clear() {
      held = true;
      queue.length = 0;
      store?.clear();
      changed();
    },
    close() {
      held = true;
      clearTimeout(timer);
      stopListening();
      store?.close();
    },
  };
}
