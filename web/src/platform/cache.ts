import {
  type Cache,
  cacheExchange,
  type DataFields,
  type KeyingConfig,
  type OptimisticMutationConfig,
  type ResolverConfig,
  type UpdatesConfig,
} from '@urql/exchange-graphcache';
import { possibleTypes, typesWithoutId } from './generated/schema.ts';

/** What an event changes in the cache beyond the fields it carries: mostly, lists it adds itself to. */
export type EventUpdate = (event: DataFields, cache: Cache) => void;

/** What one feature tells the cache. Each has a `cache.ts`; `src/cache.ts` gathers them. */
export interface FeatureCache {
  /** By mutation: the whole result, as it will be when all goes well. */
  optimistic?: OptimisticMutationConfig;
  /** By mutation: what it changes beyond the fields it returns. */
  updates?: NonNullable<UpdatesConfig['Mutation']>;
  /** By the `__typename` of an event. Must do no harm when it runs twice. */
  events?: Record<string, EventUpdate>;
  resolvers?: ResolverConfig;
  /** For types without an `id` that are one thing all the same. */
  keys?: KeyingConfig;
}

/**
 * One normalised cache for all features.
 * @param streams The subscription fields whose results are events.
 */
export function cacheOf(features: FeatureCache[], streams: string[]) {
  const events = Object.assign({}, ...features.map((feature) => feature.events)) as Record<
    string,
    EventUpdate
  >;
  const apply = (stream: string) => (root: DataFields, _: unknown, cache: Cache) => {
    const event = root[stream] as DataFields | null;
    if (event) events[String(event.__typename)]?.(event, cache);
  };

  return cacheExchange({
    possibleTypes,
    logger,
    keys: Object.assign(
      Object.fromEntries(typesWithoutId.map((type) => [type, () => null])),
      ...features.map((feature) => feature.keys),
    ),
    optimistic: Object.assign({}, ...features.map((feature) => feature.optimistic)),
    resolvers: mergeResolvers(features),
    updates: {
      Mutation: Object.assign({}, ...features.map((feature) => feature.updates)),
      Subscription: Object.fromEntries(streams.map((stream) => [stream, apply(stream)])),
    },
  });
}

/**
 * The cache looks for every fragment's fields in what it writes, those of the union's other members too,
 * and finds them missing each time: rule 13 is the only one that is not worth saying.
 */
function logger(severity: 'debug' | 'error' | 'warn', message: string): void {
  if (severity !== 'debug' && !message.endsWith('#13')) console[severity](message);
}

/** Several features may add fields to one type. */
function mergeResolvers(features: FeatureCache[]): ResolverConfig {
  const merged: ResolverConfig = {};
  for (const { resolvers = {} } of features) {
    for (const [type, fields] of Object.entries(resolvers)) merged[type] = { ...merged[type], ...fields };
  }
  return merged;
}
