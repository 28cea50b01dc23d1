import type { AgendaItem, Meeting } from '../generated/client/client.ts';
import { eitherSide, type Pair, personOf } from './tale.ts';
import { minutesAfter } from './time.ts';
import { DROP_REASONS } from './words/feedback.ts';

/** Puts what was carried, and some new items from both sides, on the agenda of a meeting. */
export function tellAgenda(pair: Pair, meeting: Meeting, count: number): AgendaItem[] {
  const { random, goals, decks } = pair;
  const carried = pair.carried.splice(0).map((item) => ({ ...item, carriedFromId: item.id }));
  const active = goals.filter(({ state }) => state === 'ACTIVE');
  const goal = random.shuffle(active).find(({ id }) => carried.every(({ goalId }) => goalId !== id));
  const fresh = Array.from({ length: count }, (_item, index) => ({
    authorId: personOf(pair, eitherSide(random)).id,
    goalId: index === 0 && goal ? goal.id : null,
    title: index === 0 && goal ? random.pick(ABOUT_GOAL) + goal.title : decks.agenda.draw(),
    carriedFromId: null,
  }));
  return [...carried, ...fresh].map(({ authorId, goalId, title, carriedFromId }, position) => {
    const createdAt = minutesAfter(meeting.createdAt, 2 + position * 3);
    const item = pair.rows.add('agenda_item', {
      id: random.id(createdAt),
      meetingId: meeting.id,
      authorId,
      goalId,
      title,
      detail: '',
      position,
      state: 'OPEN',
      dropReason: null,
      settledAt: null,
      carriedFromId,
      version: 1,
      createdAt,
    });
    recordItem(pair, meeting, item, 'AgendaItemAdded', createdAt);
    return item;
  });
}

/** Most things are talked about; some wait for next time, some are dropped. */
export function settleAgendaItem(pair: Pair, meeting: Meeting, item: AgendaItem): void {
  const { random } = pair;
  const at = minutesAfter(meeting.startsAt, 12 + item.position * 5);
  item.version = 2;
  item.settledAt = at;
  item.state = random.chance(0.78) ? 'DISCUSSED' : random.chance(0.75) ? 'CARRIED' : 'DROPPED';
  if (item.state === 'DROPPED') item.dropReason = random.pick(DROP_REASONS);
  if (item.state === 'CARRIED') pair.carried.push(item);
  recordItem(pair, meeting, item, 'AgendaItemHandled', at);
}

function recordItem(pair: Pair, meeting: Meeting, item: AgendaItem, type: string, at: Date): void {
  const payload = () => ({ meetingId: meeting.id, agendaItem: item });
  pair.events.add(meeting.mentorshipId, at, type, item.authorId, payload);
}

const ABOUT_GOAL = ['Where are we: ', 'Next step: ', 'What is in the way of: ', 'How far is it: '];
