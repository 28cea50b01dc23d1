import type { Cache, OptimisticMutationConfig } from '@urql/exchange-graphcache';
import { newId } from '../../platform/newIds.ts';
import { linksOf, meetingOf, viewerOf } from './cached.ts';
import { serverNow } from './clock.ts';

type Input = Record<string, unknown>;
const inputOf = (args: object) => (args as { input: Input }).input;
const keyOf = (meetingId: unknown) => `Meeting:${meetingId}`;

/** What moves the meeting or its clocks, as it will be when all goes well. */
export const movesOfMeeting: OptimisticMutationConfig = {
  enterSegment: (args, cache) => {
    const { meetingId, segmentId } = inputOf(args);
    return {
      __typename: 'EnterSegmentPayload',
      meeting: {
        ...meetingOf(meetingId),
        state: cache.resolve(`Segment:${segmentId}`, 'kind') === 'WRAP_UP' ? 'WRAPPING' : 'LIVE',
        moveOnAskedBy: null,
        currentSegment: { __typename: 'Segment', id: segmentId },
        segments: clocks(cache, meetingId, segmentId),
      },
    };
  },
  extendSegment: (args, cache) => {
    const { meetingId, segmentId, minutes } = inputOf(args);
    const planned = Number(cache.resolve(`Segment:${segmentId}`, 'minutes'));
    const segments = linksOf(cache, keyOf(meetingId), 'segments').map((key) => {
      const id = cache.resolve(key, 'id');
      return { __typename: 'Segment', id, ...(id === segmentId && { minutes: planned + Number(minutes) }) };
    });
    return { __typename: 'ExtendSegmentPayload', meeting: { ...meetingOf(meetingId), segments } };
  },
  askToMoveOn: (args, cache) => ({
    __typename: 'AskToMoveOnPayload',
    meeting: { ...meetingOf(inputOf(args).meetingId), moveOnAskedBy: viewerOf(cache) },
  }),
  handOverLead: (args, cache) => {
    const { meetingId } = inputOf(args);
    const mentorship = String(cache.resolve(keyOf(meetingId), 'mentorship'));
    const other = String(cache.resolve(mentorship, 'other'));
    return {
      __typename: 'HandOverLeadPayload',
      meeting: {
        ...meetingOf(meetingId),
        leader: { __typename: 'Person', id: cache.resolve(other, 'id') },
        moveOnAskedBy: null,
      },
    };
  },
  interruptMeeting: (args, cache) => {
    const { meetingId } = inputOf(args);
    return {
      __typename: 'InterruptMeetingPayload',
      meeting: { ...meetingOf(meetingId), state: 'INTERRUPTED', segments: clocks(cache, meetingId, null) },
    };
  },
  resumeMeeting: (args, cache) => {
    const { meetingId } = inputOf(args);
    const current = String(cache.resolve(keyOf(meetingId), 'currentSegment'));
    const state = cache.resolve(current, 'kind') === 'WRAP_UP' ? 'WRAPPING' : 'LIVE';
    const segments = clocks(cache, meetingId, cache.resolve(current, 'id'));
    return { __typename: 'ResumeMeetingPayload', meeting: { ...meetingOf(meetingId), state, segments } };
  },
  startTalking: (args, cache) => {
    const { meetingId, opId } = inputOf(args);
    const startedAt = new Date(serverNow()).toISOString();
    const talking = { __typename: 'TalkTurn', id: newId(opId), startedAt, person: viewerOf(cache) };
    return { __typename: 'StartTalkingPayload', meeting: { ...meetingOf(meetingId), talking } };
  },
  stopTalking: (args, cache) => {
    const { meetingId } = inputOf(args);
    const turn = String(cache.resolve(keyOf(meetingId), 'talking'));
    const seconds = (serverNow() - Date.parse(String(cache.resolve(turn, 'startedAt')))) / 1000;
    const talkShares = ofPeople(cache, meetingId, 'talkShares', 'seconds', Math.max(0, Math.round(seconds)));
    return {
      __typename: 'StopTalkingPayload',
      meeting: { ...meetingOf(meetingId), talking: null, talkShares },
    };
  },
  countQuestion: (args, cache) => {
    const { meetingId } = inputOf(args);
    const questionCounts = ofPeople(cache, meetingId, 'questionCounts', 'count', 1);
    return { __typename: 'CountQuestionPayload', meeting: { ...meetingOf(meetingId), questionCounts } };
  },
};

/** All segments, the running one's time put to its account, and the clock started in another, or in none. */
function clocks(cache: Cache, meetingId: unknown, running: unknown) {
  const now = serverNow();
  return linksOf(cache, keyOf(meetingId), 'segments').map((key) => {
    const [id, spent, startedAt] = ['id', 'spent', 'startedAt'].map((field) => cache.resolve(key, field));
    const ran = startedAt ? Math.max(0, Math.round((now - Date.parse(String(startedAt))) / 1000)) : 0;
    const since = id === running ? new Date(now).toISOString() : null;
    return { __typename: 'Segment', id, spent: Number(spent) + ran, startedAt: since };
  });
}

/** A figure of each of the two, the viewer's so much higher. */
function ofPeople(cache: Cache, meetingId: unknown, list: string, figure: string, more: number) {
  const { id: viewer } = viewerOf(cache);
  return linksOf(cache, keyOf(meetingId), list).map((key) => {
    const id = cache.resolve(String(cache.resolve(key, 'person')), 'id');
    const value = Number(cache.resolve(key, figure)) + (id === viewer ? more : 0);
    const __typename = cache.resolve(key, '__typename');
    return { __typename, person: { __typename: 'Person', id }, [figure]: value };
  });
}
