import { type Context, requireViewer } from '../context.ts';
import { type Tx, transaction } from '../platform/transaction.ts';
import { entryFacts, exchangeFacts } from './facts.ts';
import { ownExchange, requireUnsealed } from './policy.ts';
import { type Rating, toColumns } from './principles.ts';

export type SealExchange = {
  exchangeId: string;
  helped: string;
  change: string;
  strength: string;
  ratings: Rating[];
  opId?: string | null;
};

/**
 * Seals one's own part; when both have, both open at the same moment.
 *
 * A lone seal must leave no trace on the other side, not even in time. So it is written into the author's entry and on
 * the author's own stream, and takes the exchange's row lock, which nothing waits for but another seal and the closing.
 * The shared stream, which every command of the other's waits for, is locked only by the seal that opens both.
 */
export async function sealExchange(context: Context, input: SealExchange): Promise<{ exchangeId: string }> {
  try {
    return await seal(context, input, false);
  } catch (error) {
    if (!(error instanceof OtherHasSealed)) throw error;
    return await seal(context, input, true);
  }
}

/** Rolls the attempt back: the shared stream comes before the exchange in the order of locks. */
class OtherHasSealed extends Error {}

function seal(context: Context, input: SealExchange, opens: boolean): Promise<{ exchangeId: string }> {
  const { personId } = requireViewer(context);
  return transaction(
    context,
    { actorId: personId, name: 'sealExchange', input },
    async ({ tx, now, lock, record }) => {
      const found = await ownExchange(tx, personId, input.exchangeId);
      if (opens) await lock(found.meeting.mentorshipId);
      await lockExchange(tx, found.id);
      await lock(personId);

      const exchange = await ownExchange(tx, personId, found.id);
      requireUnsealed(exchange, now);
      const sealedByOther = { exchangeId: exchange.id, authorId: { not: personId }, sealedAt: { not: null } };
      const both = (await tx.exchangeEntry.count({ where: sealedByOther })) > 0;
      if (both && !opens) throw new OtherHasSealed();

      const { helped, change, strength } = input;
      const answers = { helped, change, strength, ...toColumns(input.ratings), sealedAt: now };
      const { version } = await tx.exchangeEntry.upsert({
        where: { exchangeId_authorId: { exchangeId: exchange.id, authorId: personId } },
        create: { exchangeId: exchange.id, authorId: personId, side: exchange.side, ...answers },
        update: { ...answers, version: { increment: 1 } },
      });
      const { meetingId } = exchange;
      await record({
        streamId: personId,
        type: 'ExchangeSealed',
        payload: { meetingId, exchangeId: exchange.id, version },
      });
      if (!both) return { exchangeId: exchange.id };

      const { entries, ...revealed } = await tx.exchange.update({
        where: { id: exchange.id },
        data: { state: 'REVEALED', revealedAt: now },
        include: { entries: { orderBy: { side: 'asc' } } },
      });
      await record({
        streamId: exchange.meeting.mentorshipId,
        type: 'ExchangeRevealed',
        payload: { meetingId, exchange: exchangeFacts(revealed), entries: entries.map(entryFacts) },
      });
      return { exchangeId: exchange.id };
    },
  );
}

// Prisma cannot lock a row. NO KEY UPDATE, because a draft that is written meanwhile refers to the row and must not wait.
export async function lockExchange(tx: Tx, exchangeId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM exchange WHERE id = ${exchangeId}::uuid FOR NO KEY UPDATE`;
}
