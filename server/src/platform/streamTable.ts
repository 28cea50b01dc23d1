import type { PrismaClient } from '@belay/prisma/client';
import type { StoredEvent } from './stream.ts';

/** The most events of one stream that are read at a time. */
export const PAGE = 200;

/** Milliseconds. */
const PATIENCE = 10_000;

export type Position = { streamId: string; seq: number };

// One statement serves many streams at once, each from its own position: Prisma's findMany cannot limit per stream.
/** The next events of several streams, at most PAGE of each, in order. */
export function readNew(prisma: PrismaClient, positions: readonly Position[]): Promise<StoredEvent[]> {
  const ids = positions.map(({ streamId }) => streamId);
  const seqs = positions.map(({ seq }) => seq);
  return answered(prisma.$queryRaw<StoredEvent[]>`
    SELECT event.id::text, event.stream_id::text AS "streamId", event.seq, event.type,
           event.actor_id::text AS "actorId", event.op_id AS "opId", event.payload, event.at
    FROM unnest(${ids}::uuid[], ${seqs}::int[]) AS read(stream_id, seq)
    CROSS JOIN LATERAL (
      SELECT * FROM stream_event
      WHERE stream_event.stream_id = read.stream_id AND stream_event.seq > read.seq
      ORDER BY stream_event.seq LIMIT ${PAGE}
    ) AS event
    ORDER BY event.stream_id, event.seq`);
}

/** The heads of these streams; a stream without events is missing. */
export function readHeads(prisma: PrismaClient, streamIds: readonly string[]): Promise<Position[]> {
  return answered(prisma.$queryRaw<Position[]>`
    SELECT id::text AS "streamId", seq FROM stream WHERE id = ANY(${streamIds}::uuid[])`);
}

/** Gives up on a connection that is dead without knowing it: every stream of this process waits for the answer. */
function answered<T>(query: Promise<T>): Promise<T> {
  const { promise: silence, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The database does not answer.')), PATIENCE);
  return Promise.race([query, silence]).finally(() => clearTimeout(timer));
}
