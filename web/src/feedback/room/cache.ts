import type { OptimisticMutationConfig } from '@urql/exchange-graphcache';
import { meetingOf, viewerOf } from '../../meetings/room/cached.ts';
import { serverNow } from '../../meetings/room/clock.ts';
import type { FeatureCache } from '../../platform/cache.ts';
import { growing } from '../../platform/growing.ts';
import { newId } from '../../platform/newIds.ts';

const inputOf = (args: object) => (args as { input: Record<string, unknown> }).input;
const now = () => new Date(serverNow()).toISOString();

const optimistic: OptimisticMutationConfig = {
  givePulse: (args, cache) => {
    const { opId, meetingId, kind } = inputOf(args);
    return {
      __typename: 'GivePulsePayload',
      meeting: meetingOf(meetingId),
      pulse: { __typename: 'Pulse', id: newId(opId), kind, at: now(), author: viewerOf(cache) },
    };
  },
  markUsefulness: (args, cache) => {
    const { opId, meetingId, value } = inputOf(args);
    return {
      __typename: 'MarkUsefulnessPayload',
      meeting: meetingOf(meetingId),
      mark: { __typename: 'UsefulnessMark', id: newId(opId), value, at: now(), author: viewerOf(cache) },
    };
  },
  keepMoment: (args, cache) => {
    const { opId, meetingId, kind, words = '', audience } = inputOf(args);
    const author = viewerOf(cache);
    return {
      __typename: 'KeepMomentPayload',
      meeting: meetingOf(meetingId),
      moment: { __typename: 'Moment', id: newId(opId), kind, words, audience, at: now(), version: 1, author },
    };
  },
  editMoment: (args) => {
    const { momentId, version, words, audience } = inputOf(args);
    return {
      __typename: 'EditMomentPayload',
      moment: {
        __typename: 'Moment',
        id: momentId,
        version: Number(version) + 1,
        ...(words !== undefined && { words }),
        ...(audience !== undefined && { audience }),
      },
    };
  },
};

const pulses = growing('Meeting', 'pulses', 'pulse', 'first');
const marks = growing('Meeting', 'usefulness', 'mark', 'first');
const moments = growing('Meeting', 'moments', 'moment', 'first');

/** What the live room's feedback tells the cache. */
export const roomCache = {
  optimistic,
  updates: { givePulse: pulses.made, markUsefulness: marks.made, keepMoment: moments.made },
  events: {
    PulseGiven: pulses.told,
    UsefulnessMarked: marks.told,
    MomentKept: moments.told,
    PrivateMomentKept: moments.told,
  },
} satisfies FeatureCache;
