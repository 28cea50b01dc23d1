import type { ExchangeState, MeetingState, Prisma, Side } from '@belay/prisma/client';
import { isOwn } from '../accounts/policy.ts';
import type { Viewer } from '../accounts/viewer.ts';
import type { Context } from '../context.ts';
import { sideOf, takesPart } from '../mentorships/policy.ts';
import { notFound } from '../platform/errors.ts';
import type { Tx } from '../platform/transaction.ts';
import { AlreadySealed, ExchangeNotOpen } from './errors.ts';

/** A shared moment is seen by both; one that was kept for oneself, by its author alone. */
export function visibleMoments(viewer: Viewer): Prisma.MomentWhereInput {
  return { OR: [{ audience: 'SHARED' }, { authorId: viewer.personId }] };
}

type MomentGuard = { mentorshipId: string; audience: 'MINE' | 'SHARED'; authorId: string };

export function maySeeMoment(context: Context, moment: MomentGuard): Promise<boolean> | boolean {
  const shown = moment.audience === 'SHARED' || isOwn(context, moment.authorId);
  return shown && takesPart(context, moment.mentorshipId);
}

type EntryGuard = { authorId: string; exchange: { state: ExchangeState; meeting: { mentorshipId: string } } };

/** Until both parts are opened together, each is seen by its author alone; a lone one stays so for good. */
export function maySeeEntry(
  context: Context,
  { authorId, exchange }: EntryGuard,
): Promise<boolean> | boolean {
  const shown = exchange.state === 'REVEALED' || isOwn(context, authorId);
  return shown && takesPart(context, exchange.meeting.mentorshipId);
}

type Known = { state: ExchangeState; closesAt: Date | null; entries: { sealedAt: Date | null }[] };

/** How an exchange stands as far as one side may know; `entries` holds that side's own part and no other. */
export function stateAsKnown(exchange: Known, now: Date): ExchangeState | 'ONE_SEALED' {
  if (exchange.state !== 'OPEN') return exchange.state;
  if (isPast(exchange.closesAt, now)) return 'CLOSED';
  return exchange.entries.some(({ sealedAt }) => sealedAt) ? 'ONE_SEALED' : 'OPEN';
}

const isPast = (closesAt: Date | null, now: Date) => closesAt !== null && closesAt <= now;

/** The states of a meeting in which its exchange, once begun, can be written. */
const WRITABLE: readonly MeetingState[] = ['LIVE', 'INTERRUPTED', 'WRAPPING', 'ENDED'];

/** Exchanges that can still be written, for lists. */
export const writableExchanges = (now: Date): Prisma.ExchangeWhereInput => ({
  state: 'OPEN',
  OR: [{ closesAt: null }, { closesAt: { gt: now } }],
  meeting: { state: { in: [...WRITABLE] } },
});

/** With one's own part; the other's is not even read. */
const withMine = (personId: string) =>
  ({
    entries: { where: { authorId: personId } },
    meeting: { include: { mentorship: true } },
  }) satisfies Prisma.ExchangeInclude;

export type OwnExchange = Prisma.ExchangeGetPayload<{ include: ReturnType<typeof withMine> }> & {
  side: Side;
};

/**
 * The exchange a command is about, as one of its two sides.
 * @throws NOT_FOUND for everybody else
 */
export async function ownExchange(tx: Tx, personId: string, exchangeId: string): Promise<OwnExchange> {
  const exchange = await tx.exchange.findUnique({
    where: { id: exchangeId },
    include: withMine(personId),
  });
  const side = exchange && sideOf(exchange.meeting.mentorship, personId);
  if (!exchange || !side) throw notFound();
  return { ...exchange, side };
}

/**
 * One's own part, which can still be written; undefined while there is none.
 * @throws AlreadySealed when one's own part is sealed
 * @throws ExchangeNotOpen when it is closed, or when the meeting was taken back
 */
export function requireUnsealed(exchange: OwnExchange, now: Date) {
  const [mine] = exchange.entries;
  if (mine?.sealedAt) throw new AlreadySealed(exchange.id);
  const open = exchange.state === 'OPEN' && !isPast(exchange.closesAt, now);
  if (!open || !WRITABLE.includes(exchange.meeting.state)) throw new ExchangeNotOpen(exchange.id);
  return mine;
}
