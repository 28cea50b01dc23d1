import type { PrismaClient } from '@belay/prisma/client';

/** How many meetings a promise was carried through before. Prisma cannot follow a chain to its end, hence SQL. */
export async function timesCarried(prisma: PrismaClient, actionItemId: string): Promise<number> {
  const [row] = await prisma.$queryRaw<{ times: number }[]>`
    WITH RECURSIVE chain AS (
      SELECT carried_from_id FROM action_item WHERE id = ${actionItemId}::uuid
      UNION ALL
      SELECT earlier.carried_from_id FROM action_item earlier JOIN chain ON earlier.id = chain.carried_from_id
    )
    SELECT count(carried_from_id)::int AS times FROM chain`;
  return row?.times ?? 0;
}
