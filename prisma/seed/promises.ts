import type { ActionItem, Meeting } from '../generated/client/client.ts';
import { eitherSide, type Pair, personOf } from './tale.ts';
import { dayOf, daysAfter, minutesAfter } from './time.ts';
import { DROP_REASONS } from './words/feedback.ts';

type Course = { startedAt: Date; endedAt: Date };

/** Before they meet again most promises are kept, some are let go. */
export function settlePromises(pair: Pair, before: Date): void {
  const { random } = pair;
  pair.promises = pair.promises.filter((item) => {
    const kept = random.chance(0.72);
    if (!kept && !random.chance(0.25)) return true;
    const days = (before.getTime() - item.createdAt.getTime()) * (0.3 + random.next() * 0.6);
    settle(pair, item, kept ? 'DONE' : 'DROPPED', new Date(item.createdAt.getTime() + days));
    return false;
  });
}

function settle(pair: Pair, item: ActionItem, state: 'DONE' | 'DROPPED' | 'CARRIED', at: Date): void {
  item.state = state;
  item.settledAt = at;
  item.version = 2;
  if (state === 'DROPPED') item.dropReason = pair.random.pick(DROP_REASONS);
  recordPromise(pair, item, 'ActionItemHandled', at, state === 'CARRIED' ? null : item.ownerId);
}

/** New promises, and those of earlier meetings carried into this one; returns the words of the record. */
export function tellPromises(pair: Pair, meeting: Meeting, { startedAt, endedAt }: Course): string[] {
  const { random, decks } = pair;
  const carried = pair.promises.splice(0).map((item) => {
    settle(pair, item, 'CARRIED', endedAt);
    return addPromise(pair, meeting, { ...item, carriedFromId: item.id, createdAt: endedAt });
  });
  const fresh = Array.from({ length: random.int(1, 3) }, (_item, index) => {
    const side = index === 0 ? 'MENTEE' : eitherSide(random);
    const author = personOf(pair, eitherSide(random));
    const createdAt = minutesAfter(startedAt, 15 + index * 4);
    return addPromise(pair, meeting, {
      authorId: author.id,
      ownerId: personOf(pair, side).id,
      title: side === 'MENTEE' ? decks.tasks.draw() : decks.favours.draw(),
      dueOn: random.chance(0.85) ? dayOf(daysAfter(endedAt, random.int(5, 26))) : null,
      carriedFromId: null,
      createdAt: createdAt < endedAt ? createdAt : endedAt,
    });
  });
  pair.promises = [...carried, ...fresh];
  const lines = pair.promises.map(({ ownerId, title, dueOn }) => {
    const owner = ownerId === pair.mentor.id ? pair.mentor : pair.mentee;
    return `- ${owner.name}: ${title}${dueOn ? `, by ${DAY_IN_WORDS.format(dueOn)}` : ''}`;
  });
  return [['Agreed', ...lines].join('\n')];
}

const DAY_IN_WORDS = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

type NewPromise = Pick<
  ActionItem,
  'authorId' | 'ownerId' | 'title' | 'dueOn' | 'carriedFromId' | 'createdAt'
>;

export function addPromise(pair: Pair, meeting: Meeting, promise: NewPromise): ActionItem {
  const { authorId, ownerId, title, dueOn, carriedFromId, createdAt } = promise;
  const item = pair.rows.add('action_item', {
    id: pair.random.id(createdAt),
    mentorshipId: meeting.mentorshipId,
    meetingId: meeting.id,
    authorId,
    ownerId,
    title,
    dueOn,
    state: 'OPEN',
    dropReason: null,
    carriedFromId,
    settledAt: null,
    version: 1,
    createdAt,
  });
  recordPromise(pair, item, 'ActionItemAdded', createdAt, carriedFromId ? null : authorId);
  return item;
}

function recordPromise(
  { events }: Pair,
  item: ActionItem,
  type: string,
  at: Date,
  actorId: string | null,
): void {
  const payload = () => ({ meetingId: item.meetingId, actionItem: item });
  events.add(item.mentorshipId, at, type, actorId, payload);
}
