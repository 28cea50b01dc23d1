import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Doorbell, Message } from './doorbell.ts';
import { Listeners } from './listeners.ts';
import type { Log } from './log.ts';

/** What carries rings between processes. */
export type Wire = {
  /** Sends to every process that listens, this one too. Rejects while the connection is away. */
  send(payloads: readonly string[]): Promise<void>;
  close(): Promise<void>;
};

/** What a wire tells its doorbell. */
export type WireEvents = {
  heard(payload: string): void;
  /** The wire hears again after it was deaf. */
  reconnected(): void;
};

/** One payload: who rings, for which streams, with which messages. */
type Peal = { from: string; rings: string[]; messages: Message[] };

/** Milliseconds between two rings: one for each commit would cost two thirds of the commits. */
const GATHER = 4;
/** Bytes of a payload; NOTIFY carries 7,999. */
const LARGEST_PAYLOAD = 7800;
const LARGEST_MESSAGE = 6 * 1024;
/** What waits while the wire is away. Beyond it rings are left to the sweep of the others. */
const MOST_WAITING = 10_000;
/** Milliseconds until what the wire did not take is sent again. */
const SEND_AGAIN = 250;

/** A doorbell that reaches other processes over a wire. */
export async function createRemoteDoorbell(
  log: Log,
  connect: (events: WireEvents) => Promise<Wire>,
): Promise<Doorbell> {
  const me = randomUUID();
  const rings = new Listeners<string[]>(log);
  const messages = new Listeners<Message>(log);
  const gaps = new Listeners<void>(log);
  const waitingRings = new Set<string>();
  let waitingMessages: Message[] = [];
  const closing = new AbortController();
  let sending: Promise<void> | null = null;

  const wire = await connect({
    heard(payload) {
      const peal = readPeal(payload);
      if (!peal || peal.from === me) return;
      if (peal.rings.length > 0) rings.emit(peal.rings);
      for (const message of peal.messages) messages.emit(message);
    },
    reconnected: () => gaps.emit(),
  });

  const hasWaiting = () => waitingRings.size > 0 || waitingMessages.length > 0;

  function gather(): void {
    if (closing.signal.aborted) return;
    sending ??= send().finally(() => {
      sending = null;
      if (hasWaiting()) gather();
    });
  }

  /** Rings at once, then not again for a moment: what comes meanwhile goes together. */
  async function send(): Promise<void> {
    while (hasWaiting() && !closing.signal.aborted) {
      const sent = await flush();
      const rest = { ref: false, signal: closing.signal };
      await pause(sent ? GATHER : SEND_AGAIN, undefined, rest).catch(() => undefined);
    }
  }

  /** Whether the wire took it. */
  async function flush(): Promise<boolean> {
    const streamIds = [...waitingRings];
    const said = waitingMessages;
    waitingRings.clear();
    waitingMessages = [];
    const peals: Peal[] = [
      ...chunks(streamIds).map((chunk) => ({ from: me, rings: chunk, messages: [] })),
      ...chunks(said).map((chunk) => ({ from: me, rings: [], messages: chunk })),
    ];
    try {
      if (peals.length > 0) await wire.send(peals.map((peal) => JSON.stringify(peal)));
      return true;
    } catch (error) {
      log.warn({ err: error }, 'The doorbell is away; rings wait for it.');
      // Messages would be stale by then; rings are not.
      for (const streamId of streamIds) if (waitingRings.size < MOST_WAITING) waitingRings.add(streamId);
      return false;
    }
  }

  return {
    ring(streamIds) {
      for (const streamId of streamIds) if (waitingRings.size < MOST_WAITING) waitingRings.add(streamId);
      gather();
      rings.emit(streamIds);
    },
    onRing: (listener) => rings.add(listener),
    broadcast(message) {
      const small = Buffer.byteLength(JSON.stringify(message)) <= LARGEST_MESSAGE;
      if (!small) log.warn({ topic: message.topic }, 'A message was too large for the doorbell.');
      else if (waitingMessages.length < MOST_WAITING) waitingMessages.push(message);
      gather();
      messages.emit(message);
    },
    onMessage: (listener) => messages.add(listener),
    onGap: (listener) => gaps.add(listener),
    async close() {
      closing.abort();
      await sending;
      await flush();
      await wire.close();
    },
  };
}

/** Null for what is no peal: anybody who may connect can say anything on the wire. */
function readPeal(payload: string): Peal | null {
  try {
    const peal: Partial<Peal> | null = JSON.parse(payload);
    const { from, rings = [], messages = [] } = peal ?? {};
    return typeof from === 'string' && Array.isArray(rings) && Array.isArray(messages)
      ? { from, rings, messages }
      : null;
  } catch {
    return null;
  }
}

/** Parts that each fit in one payload as JSON. */
function chunks<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  let room = 0;
  for (const item of items) {
    const bytes = Buffer.byteLength(JSON.stringify(item)) + 1;
    if (bytes > room) {
      parts.push([]);
      // Who rings and the brackets around it.
      room = LARGEST_PAYLOAD - 100;
    }
    parts.at(-1)?.push(item);
    room -= bytes;
  }
  return parts;
}
