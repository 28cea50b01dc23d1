import { createHash } from 'node:crypto';
import type { Prisma, PrismaClient } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import type { Clock } from './clock.ts';
import { hours, later } from './clock.ts';
import { badInput, conflict, sqlState } from './errors.ts';

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
export const OPERATIONS_KEPT = hours(24);
const LONGEST_OP_ID = 128;
/** How often a command is begun anew when the database ended it to resolve a deadlock. */
const ATTEMPTS = 4;

/**
 * Runs one command in one transaction. When its `opId` was seen in the last 24 hours the first result is returned and
 * nothing is done; the same `opId` with another input is a CONFLICT. `body` returns plain JSON (ids, mostly), and may
 * be run again from its beginning, so it changes nothing but the database.
 */
export async function transaction<T extends Prisma.InputJsonObject>(
  deps: WriteDeps,
  operation: Operation,
  body: (write: Write) => Promise<T>,
): Promise<T> {
  checkOpId(operation.input.opId);
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(deps, operation, body);
    } catch (error) {
      if (attempt === ATTEMPTS || !isDeadlock(error)) throw error;
    }
  }
}

async function attemptOnce<T extends Prisma.InputJsonObject>(
  { prisma, clock, ring, wakeJobs }: WriteDeps,
  operation: Operation,
  body: (write: Write) => Promise<T>,
): Promise<T> {
  const now = clock.now();
  const moved = new Set<string>();
  let jobsAreDue = false;
  const result = await prisma.$transaction(async (tx) => {
    const first = await firstResult(tx, operation, now);
    if (first) return first as T;

    const made = await body({
      tx,
      now,
      actorId: operation.actorId,
      lock: (streamId) => lockStream(tx, streamId),
      async record(event) {
        await appendEvent(tx, event, operation, now);
        moved.add(event.streamId);
      },
      async enqueue({ kind, payload, runAt = now }) {
        await tx.job.create({ data: { id: uuidv7(), kind, payload, runAt, createdAt: now } });
        jobsAreDue ||= runAt <= now;
      },
    });
    await rememberResult(tx, operation, made);
    return made;
  });
  if (moved.size > 0) ring([...moved]);
  if (jobsAreDue) wakeJobs();
  return result;
}

/** It is part of an index, so it must be short and storable. */
function checkOpId(opId: string | null | undefined): void {
  if (opId === null || opId === undefined || /^[^\p{Cc}]{1,128}$/u.test(opId)) return;
  const message = `Must be 1 to ${LONGEST_OP_ID} characters, without control characters.`;
  throw badInput([{ path: ['input', 'opId'], message }]);
}

// Prisma's upsert cannot leave a row alone that is young enough, nor say whether it did.
/** Claims the `opId`. A second caller waits here for the first to commit, then reads its result. */
async function firstResult(tx: Tx, operation: Operation, now: Date): Promise<Prisma.JsonValue | undefined> {
  const { actorId, input } = operation;
  if (!actorId || !input.opId) return undefined;
  const inputHash = hashOf(operation);
  const claimed = await tx.$executeRaw`
    INSERT INTO operation (actor_id, op_id, input_hash, result, at)
    VALUES (${actorId}::uuid, ${input.opId}, ${inputHash}, '{}', ${now})
    ON CONFLICT (actor_id, op_id) DO UPDATE
    SET input_hash = excluded.input_hash, result = '{}', at = excluded.at
    WHERE operation.at <= ${later(now, -OPERATIONS_KEPT)}`;
  if (claimed === 1) return undefined;
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
  await tx.operation.updateMany({ where: { actorId, opId: input.opId }, data: { result } });
}

/** Equal for equal inputs, whatever the order of their fields. */
function hashOf({ name, input }: Operation): string {
  return createHash('sha256')
    .update(JSON.stringify([name, input], (_key, value) => (isRecord(value) ? sorted(value) : value)))
    .digest('hex');
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const sorted = (record: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Deletes what need not be remembered any more. */
export async function pruneOperations(prisma: PrismaClient, clock: Clock): Promise<void> {
  await prisma.operation.deleteMany({ where: { at: { lte: later(clock.now(), -OPERATIONS_KEPT) } } });
}

/** Two transactions waited for each other, or for the same row, and the database ended this one. */
function isDeadlock(error: unknown): boolean {
  return sqlState(error) === '40P01' || sqlState(error) === '40001' || codeOf(error) === 'P2034';
}

const codeOf = (error: unknown) => (error as { code?: unknown } | null)?.code;

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
