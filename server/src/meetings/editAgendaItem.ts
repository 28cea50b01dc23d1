import type { AgendaItem } from '@belay/prisma/client';
import { type Context, requireViewer } from '../context.ts';
import { Outdated } from '../platform/facts.ts';
import { type Tx, transaction } from '../platform/transaction.ts';
import { ownAgendaItem, requireOpen } from './agendaItem.ts';
import { agendaItemFacts } from './facts.ts';
import { touch } from './policy.ts';

export type EditAgendaItem = {
  agendaItemId: string;
  version: number;
  title?: string | null;
  detail?: string | null;
  position?: number | null;
  opId?: string | null;
};

/** Rewords an open item, or moves it to another place among the others. */
export function editAgendaItem(context: Context, input: EditAgendaItem): Promise<{ agendaItemId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'editAgendaItem', input }, async (write) => {
    const { tx, now, record } = write;
    const { meeting, ...item } = await ownAgendaItem(write, personId, input.agendaItemId);
    requireOpen(item);
    if (item.version !== input.version) throw outdated(item.id);

    const moved = input.position == null ? {} : await move(tx, item, input.position);
    const edited = await tx.agendaItem.update({
      where: { id: item.id },
      data: {
        title: input.title ?? undefined,
        detail: input.detail ?? undefined,
        version: { increment: 1 },
      },
    });
    await touch(tx, meeting, now);
    await record({
      streamId: meeting.mentorshipId,
      type: 'AgendaItemEdited',
      payload: { meetingId: meeting.id, agendaItem: agendaItemFacts(edited), positions: moved },
    });
    return { agendaItemId: item.id };
  });
}

/** With what its type's guard asks for. */
const outdated = (id: string) =>
  new Outdated('AgendaItem', (prisma) =>
    prisma.agendaItem.findUniqueOrThrow({
      where: { id },
      include: { meeting: { select: { mentorshipId: true } } },
    }),
  );

/** Puts an item in its new place and returns the positions that changed by it, its own too. */
async function move(tx: Tx, item: AgendaItem, place: number): Promise<Record<string, number>> {
  const agenda = await tx.agendaItem.findMany({
    where: { meetingId: item.meetingId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, position: true },
  });
  const others = agenda.filter(({ id }) => id !== item.id);
  const order = others.toSpliced(place, 0, item);
  const moved: Record<string, number> = {};
  for (const [position, { id, position: before }] of order.entries()) {
    if (position === before) continue;
    await tx.agendaItem.update({ where: { id }, data: { position } });
    moved[id] = position;
  }
  return moved;
}
