import type { Cache } from '@urql/exchange-graphcache';

/** The person who looks at the page, as the cache knows them. */
export function viewerOf(cache: Cache): { __typename: 'Person'; id: unknown } {
  const viewer = cache.resolve({ __typename: 'Query' }, 'viewer');
  const person = typeof viewer === 'string' ? cache.resolve(viewer, 'person') : null;
  return { __typename: 'Person', id: typeof person === 'string' ? cache.resolve(person, 'id') : null };
}

export const meetingOf = (id: unknown) => ({ __typename: 'Meeting' as const, id });

/** The things a list links to, by their keys. */
export function linksOf(cache: Cache, parent: string, field: string): string[] {
  const links = cache.resolve(parent, field);
  return Array.isArray(links) ? links.filter((link) => typeof link === 'string') : [];
}
