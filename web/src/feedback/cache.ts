import type { FeatureCache } from '../platform/cache.ts';
import { exchangeCache } from './exchange/cache.ts';
import { roomCache } from './room/cache.ts';

export const cache: FeatureCache = {
  optimistic: { ...roomCache.optimistic, ...exchangeCache.optimistic },
  updates: { ...roomCache.updates },
  events: { ...roomCache.events },
};
