import type { FeatureCache } from '../platform/cache.ts';
import { beforeCache } from './before/cache.ts';
import { roomCache } from './room/cache.ts';

export const cache: FeatureCache = {
  keys: { Presence: ({ meetingId }) => String(meetingId) },
  optimistic: { ...roomCache.optimistic, ...beforeCache.optimistic },
  updates: { ...roomCache.updates },
  events: { ...roomCache.events },
};
