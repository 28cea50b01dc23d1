import type { Actor } from '../../../test/harness/actor.ts';
import type { Room } from './testRoom.ts';

export type Item = { id: string; title: string; state: string; version: number; dueOn: string | null };
/** What tests look at of a promise. */
export const ITEM =
  'actionItem { id title state version dueOn dropReason settledAt timesCarried owner { id } author { id } }';

/** Somebody writes down what the mentee promised. */
export async function promise(actor: Actor, room: Room, more: object = {}): Promise<Item> {
  const input = { meetingId: room.meetingId, ownerId: room.mentee.id, title: 'Send the draft', ...more };
  const { actionItem } = await actor.mutate<{ actionItem: Item }>('addActionItem', input, ITEM);
  return actionItem;
}

/** What somebody promised and has not kept yet. */
export const promisesOf = async (actor: Actor): Promise<string[]> => {
  const { viewer } = await actor.query<{ viewer: { promises: Item[] } }>('{ viewer { promises { title } } }');
  return viewer.promises.map(({ title }) => title);
};
