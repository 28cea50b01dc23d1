import type { Cache, Data, DataFields, Entity, Link } from '@urql/exchange-graphcache';

/**
 * A list that new things put themselves into: when one's own write has made one, and when an event tells of
 * one. Adding what is there already changes nothing.
 * @param parent The type the list belongs to; a payload or an event names it in lower case.
 * @param field The list, without arguments.
 * @param item What a payload or an event calls the new thing.
 */
export function growing(parent: string, field: string, item: string, place: 'first' | 'last') {
  const owner = parent.charAt(0).toLowerCase() + parent.slice(1);

  function add(carrier: DataFields | null | undefined, cache: Cache): void {
    const of = carrier?.[owner] as Entity | undefined;
    const key = carrier?.[item] && cache.keyOfEntity(carrier[item] as Data);
    const list = of && (cache.resolve(of, field) as Link<string> | undefined);
    if (!of || !key || !Array.isArray(list) || list.includes(key)) return;
    cache.link(of, field, place === 'first' ? [key, ...list] : [...list, key]);
  }

  return {
    /** For `events`. */
    told: (event: DataFields, cache: Cache): void => add(event, cache),
    /** For `updates`: the mutation's only field is its payload. */
    made: (result: DataFields, _args: unknown, cache: Cache): void => {
      for (const payload of Object.values(result)) {
        if (payload && typeof payload === 'object') add(payload as DataFields, cache);
      }
    },
  };
}
