import type { Services } from '../context.ts';
import { later } from '../platform/clock.ts';
import { transaction } from '../platform/transaction.ts';
import { end } from './ending.ts';
import { INACTIVITY } from './limits.ts';
import { LIVE } from './policy.ts';

/**
 * Ends every live meeting in which nobody did anything for half an hour; interrupted ones too.
 * @throws AggregateError for those that could not be ended, after the others were
 */
export async function endInactiveMeetings(services: Services): Promise<void> {
  const { prisma, clock } = services;
  const inactive = await prisma.meeting.findMany({
    where: { state: { in: LIVE }, lastActivityAt: { lte: later(clock.now(), -INACTIVITY) } },
    select: { id: true, mentorshipId: true },
  });
  const failures: unknown[] = [];
  for (const meeting of inactive) {
    await endIfInactive(services, meeting).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, 'Some inactive meetings could not be ended.');
}

async function endIfInactive(
  services: Services,
  { id, mentorshipId }: { id: string; mentorshipId: string },
): Promise<void> {
  const { publicUrl } = services.config;
  await transaction(services, { actorId: null, name: 'endInactiveMeeting', input: {} }, async (write) => {
    await write.lock(mentorshipId);
    // Somebody may have done something, or ended it, since it was found.
    const meeting = await write.tx.meeting.findUniqueOrThrow({ where: { id } });
    const { state, lastActivityAt } = meeting;
    if (!LIVE.includes(state) || !lastActivityAt || later(lastActivityAt, INACTIVITY) > write.now) return {};
    await end(write, meeting, { endedById: null, endReason: 'INACTIVITY', publicUrl });
    return {};
  });
}
