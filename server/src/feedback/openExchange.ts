import type { Meeting } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import { later } from '../platform/clock.ts';
import type { Write } from '../platform/transaction.ts';
import { exchangeFacts } from './facts.ts';
import { EXCHANGE_WINDOW } from './limits.ts';

type Ids = Pick<Meeting, 'id' | 'mentorshipId'>;

/** The meeting has come to its exchange: both may begin to write. A second visit changes nothing. */
export async function openExchange({ tx, now, record }: Write, meeting: Ids): Promise<void> {
  const known = await tx.exchange.findUnique({ where: { meetingId: meeting.id }, select: { id: true } });
  if (known) return;
  const exchange = await tx.exchange.create({
    data: { id: uuidv7(), meetingId: meeting.id, openedAt: now },
  });
  await record({
    streamId: meeting.mentorshipId,
    type: 'ExchangeOpened',
    payload: { meetingId: meeting.id, exchange: exchangeFacts(exchange) },
  });
}

/** The meeting has ended: from now on the two have 48 hours, whatever either of them has sealed. */
export async function beginWindow(write: Write, meeting: Ids): Promise<void> {
  await openExchange(write, meeting);
  const closesAt = later(write.now, EXCHANGE_WINDOW);
  await write.tx.exchange.update({ where: { meetingId: meeting.id }, data: { closesAt } });
  await write.enqueue({ kind: 'closeExchange', payload: { meetingId: meeting.id }, runAt: closesAt });
}

/** The meeting goes on after all: its exchange has no end again. */
export async function suspendWindow({ tx }: Write, meeting: Ids): Promise<void> {
  await tx.exchange.updateMany({ where: { meetingId: meeting.id }, data: { closesAt: null } });
}
