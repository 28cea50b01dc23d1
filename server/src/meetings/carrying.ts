import type { AgendaItem, Meeting, Prisma } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import { later } from '../platform/clock.ts';
import type { Tx, Write } from '../platform/transaction.ts';
import { handleAgendaItem } from './agendaItem.ts';
import { agendaItemFacts } from './facts.ts';
import { STILL_NEXT } from './limits.ts';
import { PLANNED } from './policy.ts';

/*
 * Nothing on an agenda is ever lost. An item that was carried is continued by one of the next planned meeting, now or
 * as soon as there is one. Each has one continuation at most, which the database keeps; when a meeting is reopened the
 * continuation is set aside, and taken up again should the item be carried a second time.
 */

const SET_ASIDE = 'Taken up again: the earlier meeting was reopened.';

/** The planned meeting that comes next: not one whose day is over. */
export function nextPlanned(tx: Tx, mentorshipId: string, now: Date): Promise<Meeting | null> {
  return tx.meeting.findFirst({
    where: { mentorshipId, state: { in: PLANNED }, startsAt: { gte: later(now, -STILL_NEXT) } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
}

/** Gives every item that waits for a continuation one in the next planned meeting, or in the meeting named. */
export async function continueCarried(write: Write, mentorshipId: string, into?: Meeting): Promise<void> {
  const { tx, now } = write;
  const next = into ?? (await nextPlanned(tx, mentorshipId, now));
  if (!next) return;
  const waiting = await tx.agendaItem.findMany({
    where: { meeting: { mentorshipId }, meetingId: { not: next.id }, state: 'CARRIED', carriedTo: null },
    orderBy: [{ createdAt: 'asc' }, { position: 'asc' }],
  });
  for (const item of waiting) {
    const { authorId, goalId, title, detail, id: carriedFromId } = item;
    await addToAgenda(write, next, { authorId, goalId, title, detail, carriedFromId });
  }
}

type NewItem = Pick<AgendaItem, 'authorId' | 'title'> &
  Partial<Pick<AgendaItem, 'detail' | 'goalId' | 'carriedFromId'>>;

/** Puts something at the end of a meeting's agenda. */
export async function addToAgenda(write: Write, meeting: Meeting, item: NewItem): Promise<AgendaItem> {
  const { tx, now, record } = write;
  const last = await tx.agendaItem.aggregate({ where: { meetingId: meeting.id }, _max: { position: true } });
  const made = await tx.agendaItem.create({
    data: {
      ...item,
      id: uuidv7(),
      meetingId: meeting.id,
      position: (last._max.position ?? -1) + 1,
      createdAt: now,
    },
  });
  await record({
    streamId: meeting.mentorshipId,
    type: 'AgendaItemAdded',
    payload: { meetingId: meeting.id, agendaItem: agendaItemFacts(made) },
  });
  return made;
}

const withContinuation = { carriedTo: { include: { meeting: true } } } as const;
type Continued = Prisma.AgendaItemGetPayload<{ include: typeof withContinuation }>;

/** Carries what is still open on the agenda of a meeting that is over, or will not take place. */
export async function carryAgenda(write: Write, meeting: Meeting): Promise<void> {
  const open = await write.tx.agendaItem.findMany({
    where: { meetingId: meeting.id, state: 'OPEN' },
    include: withContinuation,
    orderBy: { position: 'asc' },
  });
  for (const item of open) await carry(write, meeting.mentorshipId, item);
  await continueCarried(write, meeting.mentorshipId);
}

/** Carries one item that is open. */
export async function carryItem(write: Write, mentorshipId: string, id: string): Promise<void> {
  const item = await write.tx.agendaItem.findUniqueOrThrow({ where: { id }, include: withContinuation });
  await carry(write, mentorshipId, item);
  await continueCarried(write, mentorshipId);
}

async function carry(write: Write, mentorshipId: string, { carriedTo, ...item }: Continued): Promise<void> {
  const meeting = { id: item.meetingId, mentorshipId };
  await handleAgendaItem(write, { id: item.id, meeting }, { state: 'CARRIED' });
  if (!carriedTo) return;
  const state = PLANNED.includes(carriedTo.meeting.state) ? 'OPEN' : 'CARRIED';
  await handleAgendaItem(write, carriedTo, { state });
}

/** Opens what the end of a meeting carried, unless the next meeting has done something with it. */
export async function takeAgendaBack(write: Write, meeting: Meeting, endedAt: Date): Promise<void> {
  const carried = await write.tx.agendaItem.findMany({
    where: { meetingId: meeting.id, state: 'CARRIED', settledAt: endedAt },
    include: withContinuation,
    orderBy: { position: 'asc' },
  });
  for (const { carriedTo, ...item } of carried) {
    if (carriedTo) {
      if (!PLANNED.includes(carriedTo.meeting.state) || !isUntouched(item, carriedTo)) continue;
      await handleAgendaItem(write, carriedTo, { state: 'DROPPED', dropReason: SET_ASIDE });
    }
    await handleAgendaItem(write, { id: item.id, meeting }, { state: 'OPEN' });
  }
}

const isUntouched = (item: AgendaItem, continuation: AgendaItem) =>
  continuation.state === 'OPEN' &&
  (['title', 'detail', 'goalId'] as const).every((field) => continuation[field] === item[field]);
