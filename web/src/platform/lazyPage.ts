import { type ComponentType, lazy } from 'react';
import { PageFailure } from './PageFailure.ts';

/** A page whose script is fetched when somebody goes there. */
export function lazyPage(load: () => Promise<ComponentType>) {
  return lazy(async () => ({
    default: await load().catch(() => {
      throw new PageFailure('CHUNK');
    }),
  }));
}
