import type { AgendaItem, AgendaState, Meeting } from '@belay/prisma/client';
import { requireActive } from '../mentorships/policy.ts';
import { Fact, notFound } from '../platform/errors.ts';
import type { Write } from '../platform/transaction.ts';
import { agendaItemFacts } from './facts.ts';
import { LIVE, type OwnMeeting, ownMeeting, PLANNED, requireState, touch } from './policy.ts';

/** The item was discussed, dropped or carried: it is not open any more. */
export class AgendaItemSettled extends Fact {
  readonly agendaItemId: string;
  constructor({ id, state }: Pick<AgendaItem, 'id' | 'state'>) {
    super(`This item ${WORDS[state]}.`);
    this.agendaItemId = id;
  }
}

const WORDS: Record<AgendaState, string> = {
  OPEN: 'is open',
  DISCUSSED: 'has been discussed already',
  DROPPED: 'was dropped',
  CARRIED: 'was left for the next meeting',
};

/** Before and during a meeting its agenda is written and handled; after it, it is read. */
export function requireAgenda(meeting: OwnMeeting): void {
  requireActive(meeting.mentorship);
  requireState(meeting, [...PLANNED, ...LIVE]);
}

/**
 * The agenda item a command is about, its mentorship's stream locked.
 * @throws NOT_FOUND, MentorshipNotActive, MeetingNotInState
 */
export async function ownAgendaItem(
  write: Write,
  personId: string,
  id: string,
): Promise<AgendaItem & { meeting: OwnMeeting }> {
  const found = await write.tx.agendaItem.findUnique({ where: { id }, select: { meetingId: true } });
  if (!found) throw notFound();
  const meeting = await ownMeeting(write, personId, { id: found.meetingId });
  requireAgenda(meeting);
  return { ...(await write.tx.agendaItem.findUniqueOrThrow({ where: { id } })), meeting };
}

/** @throws AgendaItemSettled */
export function requireOpen(item: Pick<AgendaItem, 'id' | 'state'>): void {
  if (item.state !== 'OPEN') throw new AgendaItemSettled(item);
}

type Handling = { state: AgendaState; dropReason?: string };

/** Moves an item to another state and records it. */
export async function handleAgendaItem(
  { tx, now, record }: Write,
  { id, meeting }: { id: string; meeting: Pick<Meeting, 'id' | 'mentorshipId'> },
  { state, dropReason }: Handling,
): Promise<void> {
  const settledAt = state === 'OPEN' ? null : now;
  const item = await tx.agendaItem.update({
    where: { id },
    data: { state, settledAt, dropReason: dropReason ?? null, version: { increment: 1 } },
  });
  await touch(tx, meeting, now);
  await record({
    streamId: meeting.mentorshipId,
    type: 'AgendaItemHandled',
    payload: { meetingId: meeting.id, agendaItem: agendaItemFacts(item) },
  });
}
