import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from './session.tsx';

/** What the calm line says: is the server there, and how many writes wait for it. */
export function useOutbox(): { online: boolean; waiting: number } {
  const { connection, outbox } = useSession().api;
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [connection.subscribe(listener), outbox.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [connection, outbox],
  );
  const online = useSyncExternalStore(subscribe, connection.online);
  const waiting = useSyncExternalStore(subscribe, outbox.waiting);
  return { online, waiting };
}
