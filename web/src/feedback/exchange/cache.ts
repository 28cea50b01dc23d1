import type { Cache } from '@urql/exchange-graphcache';
import type { FeatureCache } from '../../platform/cache.ts';

type Input = Record<string, unknown>;
const inputOf = (args: object) => (args as { input: Input }).input;

/** One's own part as it will be; of the other's nothing is known here. */
function mine(
  cache: Cache,
  { exchangeId, helped, change, strength, ratings }: Input,
  sealedAt: string | null,
) {
  const before = cache.resolve(`Exchange:${exchangeId}`, 'mine');
  const version = typeof before === 'string' ? Number(cache.resolve(before, 'version') ?? 0) : 0;
  return {
    __typename: 'ExchangeEntry',
    helped,
    change,
    strength,
    ratings: (ratings as object[]).map((rating) => ({ __typename: 'PrincipleRating', ...rating })),
    version: version + 1,
    sealedAt,
  };
}

export const exchangeCache = {
  optimistic: {
    saveExchangeDraft: (args: object, cache: Cache) => {
      const input = inputOf(args);
      return {
        __typename: 'SaveExchangeDraftPayload',
        exchange: { __typename: 'Exchange', id: input.exchangeId, mine: mine(cache, input, null) },
      };
    },
    sealExchange: (args: object, cache: Cache) => {
      const input = inputOf(args);
      const now = new Date().toISOString();
      return {
        __typename: 'SealExchangePayload',
        exchange: {
          __typename: 'Exchange',
          id: input.exchangeId,
          state: 'ONE_SEALED',
          mine: mine(cache, input, now),
        },
      };
    },
  },
} satisfies FeatureCache;
