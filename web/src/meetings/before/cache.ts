import type { Cache } from '@urql/exchange-graphcache';
import type { FeatureCache } from '../../platform/cache.ts';
import { linksOf, meetingOf, viewerOf } from '../room/cached.ts';

type Input = Record<string, unknown>;
const inputOf = (args: object) => (args as { input: Input }).input;

/** A meeting that stands otherwise at once. */
const meeting = (payload: string, change: (input: Input, cache: Cache) => object) => {
  return (args: object, cache: Cache) => {
    const input = inputOf(args);
    return { __typename: payload, meeting: { ...meetingOf(input.meetingId), ...change(input, cache) } };
  };
};

/** What is written before and after a meeting, as it will be when all goes well. */
export const beforeCache = {
  optimistic: {
    confirmMeeting: meeting('ConfirmMeetingPayload', () => ({ state: 'SCHEDULED' })),
    cancelMeeting: meeting('CancelMeetingPayload', ({ reason }) => ({
      state: 'CANCELLED',
      cancelReason: reason,
    })),
    markMeetingMissed: meeting('MarkMeetingMissedPayload', () => ({ state: 'NO_SHOW' })),
    dropPersonalTime: meeting('DropPersonalTimePayload', ({ meetingId, undo }, cache) => ({
      personalDroppedBy: withMine(cache, String(meetingId), undo === true),
    })),
    prepare: meeting('PreparePayload', (input, cache) => ({ preparations: prepared(cache, input) })),
    correctSummary: meeting('CorrectSummaryPayload', ({ summary, version }, cache) => ({
      summary,
      version: Number(version) + 1,
      summaryBy: viewerOf(cache),
    })),
    editAgendaItem: (args: object, cache: Cache) => {
      const { agendaItemId: id, version, position, title, detail } = inputOf(args);
      const agendaItem = {
        __typename: 'AgendaItem',
        id,
        version: Number(version) + 1,
        ...(title !== undefined && { title }),
        ...(detail !== undefined && { detail }),
        ...(position !== undefined && moved(cache, String(id), Number(position))),
      };
      return { __typename: 'EditAgendaItemPayload', agendaItem };
    },
  },
} satisfies FeatureCache;

/** Those who can do without personal time, with the viewer or without. */
function withMine(cache: Cache, meetingId: string, undo: boolean) {
  const mine = viewerOf(cache);
  const people = linksOf(cache, `Meeting:${meetingId}`, 'personalDroppedBy')
    .map((key) => ({ __typename: 'Person', id: cache.resolve(key, 'id') }))
    .filter(({ id }) => id !== mine.id);
  return undo ? people : [...people, mine];
}

/** Both preparations, with what the viewer has changed in their own. */
function prepared(cache: Cache, { meetingId, words, ready }: Input) {
  const mine = viewerOf(cache);
  const all = linksOf(cache, `Meeting:${meetingId}`, 'preparations').map((key) => ({
    __typename: 'Preparation',
    words: cache.resolve(key, 'words'),
    readyAt: cache.resolve(key, 'readyAt'),
    version: cache.resolve(key, 'version'),
    person: { __typename: 'Person', id: cache.resolve(String(cache.resolve(key, 'person')), 'id') },
  }));
  const own = all.find(({ person }) => person.id === mine.id);
  const others = all.filter((one) => one !== own);
  const readyAt = own?.readyAt ?? null;
  const changed = {
    __typename: 'Preparation',
    words: words ?? own?.words ?? '',
    readyAt: ready === undefined ? readyAt : ready ? new Date().toISOString() : null,
    version: Number(own?.version ?? 0) + 1,
    person: mine,
  };
  return [...others, changed];
}

/** The whole agenda, with this item in its new place. */
function moved(cache: Cache, id: string, position: number) {
  const key = `AgendaItem:${id}`;
  const meetingKey = cache.resolve(key, 'meeting');
  if (typeof meetingKey !== 'string') return {};
  const others = linksOf(cache, meetingKey, 'agenda').filter((link) => link !== key);
  const agenda = others.toSpliced(position, 0, key).map((link, place) => ({
    __typename: 'AgendaItem',
    id: cache.resolve(link, 'id'),
    position: place,
  }));
  return { meeting: { __typename: 'Meeting', id: cache.resolve(meetingKey, 'id'), agenda } };
}
