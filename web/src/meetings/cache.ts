import type { FeatureCache } from '../platform/cache.ts';

export const cache: FeatureCache = {
  keys: { Presence: ({ meetingId }) => String(meetingId) },
};
