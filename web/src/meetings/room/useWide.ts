import { useSyncExternalStore } from 'react';

const wide = globalThis.matchMedia?.('(min-width: 62em)');

/** True where the room's three columns stand side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      wide.addEventListener('change', changed);
      return () => wide.removeEventListener('change', changed);
    },
    () => wide.matches,
  );
}
