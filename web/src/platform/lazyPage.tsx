import { type ComponentType, lazy } from 'react';
import { matchRoutes, type RouteObject } from 'react-router';
import { PageFailure } from './PageFailure.ts';

type Load = () => Promise<ComponentType>;

/** A route's page, whose script is fetched when somebody goes there. */
export function lazyPage(load: Load): Pick<RouteObject, 'element' | 'handle'> {
  const Page = lazy(async () => ({
    default: await load().catch(() => {
      throw new PageFailure('CHUNK');
    }),
  }));
  return { element: <Page />, handle: load };
}

/** Fetches the page of a place ahead, while other things are still being asked. */
export function fetchPage(routes: RouteObject[], path: string): void {
  const load: Load | undefined = matchRoutes(routes, path)?.at(-1)?.route.handle;
  // When it does not come now, the page itself tries again and says so.
  load?.().catch(() => {});
}
