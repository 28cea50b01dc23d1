import type { Mentorship, PrismaClient } from '@belay/prisma/client';

type Pair = Pick<Mentorship, 'id' | 'mentorId' | 'menteeId'>;
type OfPerson = { mentorshipId: string; personId: string };

export type TalkShare = OfPerson & { seconds: number };
export type QuestionCount = OfPerson & { count: number };

/** Both of a pair, the mentor first, each with their own figure or none. */
function ofBoth({ id, mentorId, menteeId }: Pair, figures: Map<string, number>) {
  return [mentorId, menteeId].map((personId) => ({
    mentorshipId: id,
    personId,
    figure: figures.get(personId) ?? 0,
  }));
}

/** Seconds of finished turns for each of the two. Prisma cannot add up differences, hence SQL. */
export async function talkShares(prisma: PrismaClient, meetingId: string, pair: Pair): Promise<TalkShare[]> {
  const rows = await prisma.$queryRaw<{ personId: string; seconds: number }[]>`
    SELECT person_id AS "personId", round(sum(extract(epoch FROM ended_at - started_at)))::int AS seconds
    FROM talk_turn WHERE meeting_id = ${meetingId}::uuid AND ended_at IS NOT NULL GROUP BY person_id`;
  const figures = new Map(rows.map(({ personId, seconds }) => [personId, seconds]));
  return ofBoth(pair, figures).map(({ figure, ...person }) => ({ ...person, seconds: figure }));
}

/** How many clarifying questions each of the two asked. */
export async function questionCounts(
  prisma: PrismaClient,
  meetingId: string,
  pair: Pair,
): Promise<QuestionCount[]> {
  const rows = await prisma.clarifyingQuestion.groupBy({
    by: ['askerId'],
    where: { meetingId },
    _count: true,
  });
  const figures = new Map(rows.map(({ askerId, _count }) => [askerId, _count]));
  return ofBoth(pair, figures).map(({ figure, ...person }) => ({ ...person, count: figure }));
}
