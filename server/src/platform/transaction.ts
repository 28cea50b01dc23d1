import { createHash } from 'node:crypto';
import type { Prisma, PrismaClient } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import type { Clock } from './clock.ts';
import { hours } from './clock.ts';
import { conflict } from './errors.ts';

export type Tx = Prisma.TransactionClient;

export type NewEvent = {
  streamId: string;
  /** Past tense; the GraphQL type of the same name resolves it. */
  type: string;
  /** What changed, as plain JSON. */
  payload: Prisma.InputJsonObject;
};

export type NewJob = { kind: string; payload: Prisma.InputJsonObject; runAt?: Date };

/** What a command holds while it writes. Events and jobs cannot be written without it. */
export type Write = {
  tx: Tx;
  now: Date;
  actorId: string | null;
  /** Locks a stream, so that commands on it follow one another. Take it before reading what you decide on. */
  lock(streamId: string): Promise<void>;
  /** Appends an event to its stream; `seq` is given by the database. */
  record(event: NewEvent): Promise<void>;
  /** Leaves work for after the commit, or for a later time. */
  enqueue(job: NewJob): Promise<void>;
};

export type WriteDeps = {
  prisma: PrismaClient;
  clock: Clock;
  /** Called after the commit with the streams that moved. */
  ring(streamIds: string[]): void;
  /** Called after the commit when there is new work that is due. */
  wakeJobs(): void;
};

/** Who writes and under which name. Time itself writes with `actorId: null` and no `opId`. */
export type Operation = {
  actorId: string | null;
  name: string;
  input: { opId?: string | null };
};

/** How long a repeat of an `opId` gets the first result. */
const REMEMBERED = hours(24);

/**
 * Runs one command in one transaction. When its `opId` was seen in the last 24 hours the first result is returned and
 * nothing is done; the same `opId` with another input is a CONFLICT. `body` returns plain JSON (ids, mostly).
 */
export async function transaction<T extends Prisma.InputJsonObject>(
  deps: WriteDeps,
  operation: Operation,
  body: (write: Write) => Promise<T>,
): Promise<T> {
  const moved = new Set<string>();
  let jobsAreDue = false;
  const result = await deps.prisma.$transaction(
    async (tx) => {
      const now = deps.clock.now();
      const first = await firstResult(tx, operation, now);
      if (first) return first as T;

      const write: Write = {
        tx,
        now,
        actorId: operation.actorId,
        lock: (streamId) => lockStream(tx, streamId),
        record: async (event) => {
          await appendEvent(tx, event, operation, now);
          moved.add(event.streamId);
        },
        enqueue: async (job) => {
          await tx.job.create({
            data: {
              id: uuidv7(),
              kind: job.kind,
              payload: job.payload,
              runAt: job.runAt ?? now,
              createdAt: now,
            },
          });
          jobsAreDue ||= !job.runAt || job.runAt <= now;
        },
      };
      const made = await body(write);
      await rememberResult(tx, operation, made);
      return made;
    },
    { maxWait: 10_000, timeout: 15_000 },
  );
  if (moved.size > 0) deps.ring([...moved]);
  if (jobsAreDue) deps.wakeJobs();
  return result;
}

/** Claims the `opId`. A second caller waits here for the first to commit, then reads its result. */
async function firstResult(tx: Tx, operation: Operation, now: Date): Promise<Prisma.JsonValue | undefined> {
  const { actorId, input } = operation;
  if (!actorId || !input.opId) return undefined;
  const inputHash = hashOf(operation);
  const forgotten = new Date(now.getTime() - REMEMBERED);
  await tx.operation.deleteMany({ where: { actorId, opId: input.opId, at: { lt: forgotten } } });
  const claimed = await tx.operation.createMany({
    data: [{ actorId, opId: input.opId, inputHash, result: {}, at: now }],
    skipDuplicates: true,
  });
  if (claimed.count === 1) return undefined;
  const first = await tx.operation.findUniqueOrThrow({
    where: { actorId_opId: { actorId, opId: input.opId } },
  });
  if (first.inputHash !== inputHash) throw conflict('This opId was used before, for something else.');
  return first.result;
}

async function rememberResult(
  tx: Tx,
  { actorId, input }: Operation,
  result: Prisma.InputJsonObject,
): Promise<void> {
  if (!actorId || !input.opId) return;
  await tx.operation.update({ where: { actorId_opId: { actorId, opId: input.opId } }, data: { result } });
}

function hashOf({ name, input }: Operation): string {
  const sorted = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([name, sorted]))
    .digest('hex');
}

// Prisma has no upsert that locks and no update that returns what another statement inserts, hence SQL.
async function lockStream(tx: Tx, streamId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO stream (id, seq) VALUES (${streamId}::uuid, 0)
    ON CONFLICT (id) DO UPDATE SET seq = stream.seq`;
}

async function appendEvent(tx: Tx, event: NewEvent, operation: Operation, now: Date): Promise<void> {
  await tx.$executeRaw`
    WITH head AS (
      INSERT INTO stream (id, seq) VALUES (${event.streamId}::uuid, 1)
      ON CONFLICT (id) DO UPDATE SET seq = stream.seq + 1
      RETURNING seq
    )
    INSERT INTO stream_event (id, stream_id, seq, type, actor_id, op_id, payload, at)
    SELECT ${uuidv7()}::uuid, ${event.streamId}::uuid, head.seq, ${event.type}, ${operation.actorId}::uuid,
           ${operation.input.opId ?? null}, ${JSON.stringify(event.payload)}::jsonb, ${now}
    FROM head`;
}
