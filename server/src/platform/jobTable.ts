import { createHash } from 'node:crypto';
import type { Prisma, PrismaClient } from '@belay/prisma/client';

/** Work that this process has claimed. */
export type Job = { id: string; kind: string; payload: Prisma.JsonObject; attempts: number };

type Claim = { kinds: string[]; now: Date; lease: number; limit: number };

// Leases run by the database's own clock, which all instances share and no test moves; SKIP LOCKED lets instances claim
// side by side. Prisma can say neither, hence SQL.
/** Takes work that is due by `now` and that nobody holds. */
export function claimJobs(prisma: PrismaClient, { kinds, now, lease, limit }: Claim): Promise<Job[]> {
  return prisma.$queryRaw<Job[]>`
    WITH due AS MATERIALIZED (
      SELECT id FROM job
      WHERE run_at <= ${now} AND failed_at IS NULL AND kind = ANY(${kinds}::text[])
        AND (locked_until IS NULL OR locked_until <= clock_timestamp())
      ORDER BY run_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE job
    SET locked_until = clock_timestamp() + make_interval(secs => ${lease / 1000}::float8), attempts = attempts + 1
    FROM due WHERE job.id = due.id
    RETURNING job.id::text, kind, payload, attempts`;
}

/** Holds on to these for another lease. */
export async function keepJobs(prisma: PrismaClient, ids: string[], lease: number): Promise<void> {
  await prisma.$executeRaw`
    UPDATE job SET locked_until = clock_timestamp() + make_interval(secs => ${lease / 1000}::float8)
    WHERE id = ANY(${ids}::uuid[]) AND locked_until IS NOT NULL`;
}

/** Lets go of these before they are done: whoever looks next begins them anew. */
export async function handOnJobs(prisma: PrismaClient, ids: string[]): Promise<void> {
  await prisma.job.updateMany({ where: { id: { in: ids } }, data: { lockedUntil: null } });
}

/** Done. Nothing happens when another worker has taken it over meanwhile. */
export async function finishJob(prisma: PrismaClient, { id, attempts }: Job): Promise<void> {
  await prisma.job.deleteMany({ where: { id, attempts } });
}

/** Hands it back, for a later time or, with `failedAt`, for good. */
export async function rescheduleJob(
  prisma: PrismaClient,
  { id, attempts }: Job,
  data: Prisma.JobUpdateManyMutationInput,
): Promise<void> {
  await prisma.job.updateMany({ where: { id, attempts }, data: { lockedUntil: null, ...data } });
}

/** Makes sure that the one row of a periodic job exists; its id follows from its name. */
export async function scheduleSweep(prisma: PrismaClient, name: string, now: Date): Promise<void> {
  const data = [{ id: idOf(name), kind: name, payload: {}, runAt: now, createdAt: now }];
  await prisma.job.createMany({ data, skipDuplicates: true });
}

function idOf(name: string): string {
  const hex = createHash('sha256').update(`every:${name}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
