import type { Services } from '../context.ts';
import { transaction } from '../platform/transaction.ts';
import { exchangeFacts } from './facts.ts';
import { lockExchange } from './sealExchange.ts';

/** Time closes an exchange that was not revealed; it looks the same whether one had sealed or none. */
export async function closeExchange(services: Services, { meetingId }: { meetingId: string }): Promise<void> {
  const operation = { actorId: null, name: 'closeExchange', input: {} };
  await transaction(services, operation, async ({ tx, now, lock, record }) => {
    const where = { meetingId };
    const { meeting, id } = await tx.exchange.findUniqueOrThrow({
      where,
      select: { id: true, meeting: { select: { mentorshipId: true } } },
    });
    await lock(meeting.mentorshipId);
    await lockExchange(tx, id);
    const { state, closesAt } = await tx.exchange.findUniqueOrThrow({ where });
    if (state !== 'OPEN' || closesAt === null || closesAt > now) return {};

    const exchange = await tx.exchange.update({ where, data: { state: 'CLOSED' } });
    await record({
      streamId: meeting.mentorshipId,
      type: 'ExchangeClosed',
      payload: { meetingId, exchange: exchangeFacts(exchange) },
    });
    return {};
  });
}
