import { type Context, requireViewer } from '../context.ts';
import { Outdated } from '../platform/facts.ts';
import { transaction } from '../platform/transaction.ts';
import { ownExchange, requireUnsealed } from './policy.ts';
import { type Rating, toColumns } from './principles.ts';

export type SaveExchangeDraft = {
  exchangeId: string;
  version: number;
  helped?: string | null;
  change?: string | null;
  strength?: string | null;
  ratings?: Rating[] | null;
  opId?: string | null;
};

/** Keeps one's own part as far as it is written. It touches nothing but the author's entry and own stream. */
export function saveExchangeDraft(
  context: Context,
  input: SaveExchangeDraft,
): Promise<{ exchangeId: string }> {
  const { personId } = requireViewer(context);
  return transaction(
    context,
    { actorId: personId, name: 'saveExchangeDraft', input },
    async ({ tx, now, lock, record }) => {
      await lock(personId);
      const exchange = await ownExchange(tx, personId, input.exchangeId);
      const mine = requireUnsealed(exchange, now);
      if (input.version !== (mine?.version ?? 0)) {
        // With what the type's guard looks at.
        const include = { meeting: { select: { mentorshipId: true } } };
        throw new Outdated('Exchange', (prisma) =>
          prisma.exchange.findUniqueOrThrow({ where: { id: exchange.id }, include }),
        );
      }

      const answers = {
        helped: input.helped ?? mine?.helped,
        change: input.change ?? mine?.change,
        strength: input.strength ?? mine?.strength,
        ...toColumns(input.ratings ?? []),
      };
      const { version } = await tx.exchangeEntry.upsert({
        where: { exchangeId_authorId: { exchangeId: exchange.id, authorId: personId } },
        create: { exchangeId: exchange.id, authorId: personId, side: exchange.side, ...answers },
        update: { ...answers, version: { increment: 1 } },
      });
      await record({
        streamId: personId,
        type: 'ExchangeDraftSaved',
        payload: { exchangeId: exchange.id, meetingId: exchange.meetingId, version },
      });
      return { exchangeId: exchange.id };
    },
  );
}
