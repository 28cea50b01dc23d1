import type { Actor } from '../../../test/harness/actor.ts';
import { type Room, readMeeting } from './testRoom.ts';

export type Item = { id: string; title: string; state: string; position: number; version: number };
/** What tests look at of an agenda item. */
export const ITEM =
  'agendaItem { id title detail state position version dropReason author { id } goal { id } }';

/** Somebody puts something on the agenda. */
export async function add(actor: Actor, { meetingId }: Room, title: string): Promise<Item> {
  const { agendaItem } = await actor.mutate<{ agendaItem: Item }>(
    'addAgendaItem',
    { meetingId, title },
    ITEM,
  );
  return agendaItem;
}

/** The agenda as the mentee reads it. */
export async function titles(room: Room): Promise<string[]> {
  const { agenda } = await readMeeting<{ agenda: Item[] }>(room.mentee, room.meetingId, 'agenda { title }');
  return agenda.map(({ title }) => title);
}
