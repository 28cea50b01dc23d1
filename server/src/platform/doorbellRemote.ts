import { randomUUID } from 'node:crypto';
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
type Peal = { from: string; rings?: string[]; messages?: Message[] };

/** Rings are gathered that long, in milliseconds: a message for each commit would cost two thirds of the commits. */
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
  let gathering: NodeJS.Timeout | null = null;
  let sending = Promise.resolve();
  let closed = false;

  const wire = await connect({
    heard(payload) {
      const peal: Peal = JSON.parse(payload);
      if (peal.from === me) return;
      if (peal.rings) rings.emit(peal.rings);
      for (const message of peal.messages ?? []) messages.emit(message);
    },
    reconnected: () => gaps.emit(),
  });

  function gather(wait = GATHER): void {
    gathering ??= setTimeout(() => {
      gathering = null;
      sending = sending.then(flush);
    }, wait);
  }

  async function flush(): Promise<void> {
    const streamIds = [...waitingRings];
    const said = waitingMessages;
    waitingRings.clear();
    waitingMessages = [];
    const peals: Peal[] = [
      ...chunks(streamIds).map((chunk) => ({ from: me, rings: chunk })),
      ...chunks(said).map((chunk) => ({ from: me, messages: chunk })),
    ];
    try {
      if (peals.length > 0) await wire.send(peals.map((peal) => JSON.stringify(peal)));
    } catch (error) {
      log.warn({ err: error }, 'The doorbell is away; rings wait for it.');
      // Messages would be stale by then; rings are not.
      for (const streamId of streamIds) if (waitingRings.size < MOST_WAITING) waitingRings.add(streamId);
      if (streamIds.length > 0 && !closed) gather(SEND_AGAIN);
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
      closed = true;
      if (gathering) clearTimeout(gathering);
      await sending.then(flush);
      await wire.close();
    },
  };
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
