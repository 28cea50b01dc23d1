import type { PrismaClient, ProgressEstimate, Side } from '@belay/prisma/client';
import type { Context } from '../context.ts';

/** An estimate with what its guard asks for. */
export type GuardedEstimate = ProgressEstimate & { goal: { mentorshipId: string } };
export type Newest = Partial<Record<Side, GuardedEstimate>>;

type Gathering = { goalIds: Set<string>; rows: Promise<GuardedEstimate[]> };
const gatherings = new WeakMap<Context, Gathering>();

/** The newest estimate of each side. What is asked in one breath, however many goals it is for, is read at once. */
export async function newestEstimates(context: Context, goalId: string): Promise<Newest> {
  const gathering = gatherings.get(context) ?? gather(context);
  gathering.goalIds.add(goalId);
  const rows = await gathering.rows;
  const of = (side: Side) => rows.find((row) => row.goalId === goalId && row.side === side);
  return { MENTOR: of('MENTOR'), MENTEE: of('MENTEE') };
}

function gather(context: Context): Gathering {
  const goalIds = new Set<string>();
  const rows = new Promise(setImmediate).then(() => {
    gatherings.delete(context);
    return readNewest(context.prisma, [...goalIds]);
  });
  const gathering = { goalIds, rows };
  gatherings.set(context, gathering);
  return gathering;
}

/** How far the two lie apart, 0–100; null until both have given one. */
export function divergenceOf({ MENTOR, MENTEE }: Newest): number | null {
  return MENTOR && MENTEE ? Math.abs(MENTOR.value - MENTEE.value) : null;
}

type Row = ProgressEstimate & { mentorshipId: string };

// Prisma's `distinct` would read a goal's whole history to keep two rows of it.
async function readNewest(prisma: PrismaClient, goalIds: string[]): Promise<GuardedEstimate[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT DISTINCT ON (e.goal_id, e.side)
      e.id, e.goal_id AS "goalId", e.author_id AS "authorId", e.side::text, e.value, e.why, e.at,
      g.mentorship_id AS "mentorshipId"
    FROM progress_estimate e JOIN goal g ON g.id = e.goal_id
    WHERE e.goal_id = ANY(${goalIds}::uuid[])
    ORDER BY e.goal_id, e.side, e.at DESC, e.id DESC`;
  return rows.map(({ mentorshipId, ...estimate }) => ({ ...estimate, goal: { mentorshipId } }));
}
