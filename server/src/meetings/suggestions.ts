import type { Meeting, PrismaClient } from '@belay/prisma/client';
import { dayIn } from './time.ts';

/** From how many points apart two estimates of one goal are something to talk about. */
const DIVERGENCE = 20;
/** Suggestions of one kind. */
const AT_MOST = 10;

export type AgendaSuggestion = {
  mentorshipId: string;
  reason: 'ESTIMATES_DIVERGE' | 'PROMISE_OPEN';
  title: string;
  goalId?: string;
  actionItemId?: string;
};

type About = Pick<Meeting, 'id' | 'mentorshipId' | 'zone'>;

/** What could go on the agenda of a meeting: goals the two see differently, promises open past their day. */
export async function suggestionsFor(
  prisma: PrismaClient,
  meeting: About,
  now: Date,
): Promise<AgendaSuggestion[]> {
  const [goals, promises] = await Promise.all([
    divergentGoals(prisma, meeting),
    overduePromises(prisma, meeting, now),
  ]);
  return [...goals, ...promises];
}

async function divergentGoals(
  prisma: PrismaClient,
  { id: meetingId, mentorshipId }: About,
): Promise<AgendaSuggestion[]> {
  const goals = await prisma.goal.findMany({
    where: { mentorshipId, state: 'ACTIVE', agenda: { none: { meetingId, state: 'OPEN' } } },
    include: { estimates: { orderBy: [{ at: 'desc' }, { id: 'desc' }], distinct: ['side'] } },
    orderBy: { id: 'asc' },
    take: AT_MOST,
  });
  return goals.flatMap(({ id: goalId, title, estimates }) => {
    const [one, other] = estimates;
    if (!one || !other || Math.abs(one.value - other.value) < DIVERGENCE) return [];
    return [
      { mentorshipId, reason: 'ESTIMATES_DIVERGE', title: shortened(`How far is it: ${title}`), goalId },
    ];
  });
}

async function overduePromises(
  prisma: PrismaClient,
  { mentorshipId, zone }: About,
  now: Date,
): Promise<AgendaSuggestion[]> {
  const promises = await prisma.actionItem.findMany({
    where: { mentorshipId, state: 'OPEN', dueOn: { lt: dayIn(zone, now) } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    take: AT_MOST,
  });
  return promises.map(({ id: actionItemId, title }) => ({
    mentorshipId,
    reason: 'PROMISE_OPEN',
    title: shortened(`What became of: ${title}`),
    actionItemId,
  }));
}

/** As long as the title of an agenda item may be, so that a tap can put it there. */
const shortened = (title: string) => (title.length > 160 ? `${title.slice(0, 159)}…` : title);
