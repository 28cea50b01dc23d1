import type { FeatureCache } from '../platform/cache.ts';

export const cache: FeatureCache = {};
