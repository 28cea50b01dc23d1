import { type Clock, seconds } from './clock.ts';
import type { Doorbell, Message } from './doorbell.ts';
import { CodedError } from './errors.ts';
import { Newest } from './newest.ts';

/** Somebody in a room, as their last sign showed them. */
export type Present = {
  personId: string;
  /** What they are doing: a word of whoever uses this. */
  doing: string;
  /** Opaque to us; null when they point at nothing. */
  cursor: string | null;
  /** When they came in. */
  since: Date;
};

/**
 * Who is in which room right now. Lossy: only the newest state counts, and whoever gives no sign for 20 seconds is
 * gone. Signs travel to every process beside the streams and are never stored.
 */
export type Presence = {
  /** A sign of life of one connection. A cursor of more than 2 kB, and a room or a process that is full, are ignored. */
  show(room: string, personId: string, connectionKey: string, doing: string, cursor: string | null): void;
  leave(room: string, connectionKey: string): void;
  /** Who is there now. */
  snapshot(room: string): Present[];
  /** Who is there now, and then whenever that changes; what was not read in time is skipped. */
  follow(room: string, signal: AbortSignal): AsyncIterableIterator<Present[]>;
  close(): void;
};

type Sign = {
  personId: string;
  doing: string;
  cursor: string | null;
  since: number;
  at: number;
  /** Shown in this process, and not by word of another. */
  ours: boolean;
};
type Room = { signs: Map<string, Sign>; followers: Set<Newest<Present[]>> };
type Shown = { room: string; key: string; personId: string; doing: string; cursor: string | null };

/** A sign of life lasts that long. */
const FADES = seconds(20);
/** However fast somebody points, others are told at most this often. */
const TELL_EVERY = 40;
const MOST_ROOMS = 10_000;
const MOST_SIGNS = 64;
const MOST_CURSOR = 2048;

export function createPresence({ doorbell, clock }: { doorbell: Doorbell; clock: Clock }): Presence {
  const rooms = new Map<string, Room>();
  const changed = new Set<string>();
  const outbox = new Map<string, Message>();
  let telling: NodeJS.Timeout | null = null;
  const unlisten = doorbell.onMessage(hear);
  const fading = setInterval(fade, 1000).unref();

  /** Puts a sign in its room; false when there is no place for it. */
  function put({ room, key, personId, doing, cursor }: Shown, ours: boolean): boolean {
    const place = enter(room);
    const before = place?.signs.get(key);
    if (!place || (!before && place.signs.size >= MOST_SIGNS)) return false;
    const at = clock.now().getTime();
    const since = before?.personId === personId ? before.since : at;
    place.signs.set(key, { personId, doing, cursor, since, at, ours });
    if (before?.personId !== personId || before.doing !== doing || before.cursor !== cursor) tell(room);
    return true;
  }

  function enter(room: string): Room | null {
    const known = rooms.get(room);
    if (known) return known;
    if (rooms.size >= MOST_ROOMS) return null;
    const made: Room = { signs: new Map(), followers: new Set() };
    rooms.set(room, made);
    return made;
  }

  function remove(room: string, key: string): void {
    if (rooms.get(room)?.signs.delete(key)) tell(room);
    dropEmpty(room);
  }

  function dropEmpty(room: string): void {
    const place = rooms.get(room);
    if (place?.signs.size === 0 && place.followers.size === 0) rooms.delete(room);
  }

  function hear(message: Message): void {
    if (message.topic === 'presence.shown') {
      const shown = message as Message & Shown;
      if (!rooms.get(shown.room)?.signs.get(shown.key)?.ours) put(shown, false);
    }
    if (message.topic === 'presence.left') remove(String(message.room), String(message.key));
    if (message.topic === 'presence.who') answer(String(message.room));
  }

  /** Another process has its first follower in a room: tell it who is here. */
  function answer(room: string): void {
    for (const [key, { ours, personId, doing, cursor }] of rooms.get(room)?.signs ?? []) {
      if (ours) doorbell.broadcast({ topic: 'presence.shown', room, key, personId, doing, cursor });
    }
  }

  function fade(): void {
    const gone = clock.now().getTime() - FADES;
    for (const [room, { signs }] of rooms) {
      for (const [key, { at }] of signs) if (at < gone) remove(room, key);
      dropEmpty(room);
    }
  }

  function tell(room: string): void {
    changed.add(room);
    if (!telling) flush();
  }

  /** Tells at once, then not again for a moment; what changes meanwhile is told together. */
  function flush(): void {
    telling = null;
    if (changed.size === 0 && outbox.size === 0) return;
    telling = setTimeout(flush, TELL_EVERY).unref();
    for (const room of changed) {
      const place = rooms.get(room);
      if (!place || place.followers.size === 0) continue;
      const present = presentIn(place);
      for (const follower of place.followers) follower.set(present);
    }
    changed.clear();
    for (const message of outbox.values()) doorbell.broadcast(message);
    outbox.clear();
  }

  return {
    show(room, personId, connectionKey, doing, cursor) {
      if (cursor !== null && cursor.length > MOST_CURSOR) return;
      const shown = { room, key: connectionKey, personId, doing, cursor };
      outbox.set(`${room} ${connectionKey}`, { topic: 'presence.shown', ...shown });
      if (put(shown, true)) tell(room);
      else outbox.delete(`${room} ${connectionKey}`);
    },
    leave(room, connectionKey) {
      outbox.set(`${room} ${connectionKey}`, { topic: 'presence.left', room, key: connectionKey });
      remove(room, connectionKey);
      tell(room);
    },
    snapshot: (room) => presentIn(rooms.get(room)),
    follow(room, signal) {
      const follower = new Newest<Present[]>(signal, () => {
        rooms.get(room)?.followers.delete(follower);
        dropEmpty(room);
      });
      const place = enter(room);
      if (!place) throw new CodedError('RATE_LIMITED', 'Too many rooms are open. Please try again later.');
      if (place.followers.size === 0) doorbell.broadcast({ topic: 'presence.who', room });
      place.followers.add(follower);
      follower.set(presentIn(place));
      return follower;
    },
    close() {
      clearInterval(fading);
      if (telling) clearTimeout(telling);
      unlisten();
      for (const { followers } of rooms.values()) for (const follower of followers) follower.end();
    },
  };
}

/** One entry for each person, however many windows they have open: what they did last. */
function presentIn(room: Room | undefined): Present[] {
  const people = new Map<string, Sign>();
  for (const sign of room?.signs.values() ?? []) {
    const other = people.get(sign.personId);
    const newest = other && other.at > sign.at ? other : sign;
    people.set(sign.personId, { ...newest, since: Math.min(sign.since, other?.since ?? sign.since) });
  }
  return [...people.values()]
    .sort((a, b) => a.since - b.since || a.personId.localeCompare(b.personId))
    .map(({ personId, doing, cursor, since }) => ({ personId, doing, cursor, since: new Date(since) }));
}
