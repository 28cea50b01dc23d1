import type { Prisma } from '../generated/client/client.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';
import { daysAfter } from './time.ts';

type Told = { at: Date; type: string; actorId: string | null; payload: Prisma.JsonObject };

/** How long the server keeps events, in days; older ones are only counted. */
const KEPT = 30;

/** Gathers what happened, in any order, and numbers it by time, without gaps in each stream. */
export class Events {
  readonly #now: Date;
  readonly #streams = new Map<string, Told[]>();

  constructor(now: Date) {
    this.#now = now;
  }

  add(streamId: string, at: Date, type: string, actorId: string | null, payload: () => object): void {
    const recent = at >= daysAfter(this.#now, -KEPT);
    const told = { at, type, actorId, payload: recent ? plain(payload()) : {} };
    const known = this.#streams.get(streamId);
    if (known) known.push(told);
    else this.#streams.set(streamId, [told]);
  }

  /** `heads` are the streams that are there already: their rows are left to the caller. */
  toRows(rows: Rows, random: Random, heads: ReadonlyMap<string, number> = new Map()): Map<string, number> {
    const grown = new Map<string, number>();
    for (const [streamId, told] of this.#streams) {
      const inOrder = told.sort((one, other) => one.at.getTime() - other.at.getTime());
      const before = heads.get(streamId) ?? 0;
      for (const [index, { at, type, actorId, payload }] of inOrder.entries()) {
        if (at < daysAfter(this.#now, -KEPT)) continue;
        const seq = before + index + 1;
        rows.add('stream_event', {
          id: random.id(at),
          streamId,
          seq,
          type,
          actorId,
          opId: null,
          payload,
          at,
        });
      }
      const seq = before + inOrder.length;
      if (heads.has(streamId)) grown.set(streamId, seq);
      else rows.add('stream', { id: streamId, seq });
    }
    this.#streams.clear();
    return grown;
  }
}

/** Plain JSON: moments in ISO 8601, days as `2026-11-22`. */
function plain(payload: object): Prisma.JsonObject {
  return JSON.parse(JSON.stringify(payload), (name, value) =>
    name.endsWith('On') && typeof value === 'string' ? value.slice(0, 10) : value,
  );
}
