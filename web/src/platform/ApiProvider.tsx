import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import type { Api } from './client.ts';

const ApiContext = createContext<Api | null>(null);

export function ApiProvider({ api, children }: { api: Api; children: ReactNode }) {
  return (
    <ApiContext value={api}>
      <Provider value={api.client}>{children}</Provider>
    </ApiContext>
  );
}

export function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error('There is no API around this component');
  return api;
}

/** Whether the server answers. */
export function useOnline(): boolean {
  const { connection } = useApi();
  return useSyncExternalStore(connection.subscribe, connection.online);
}

/** What the calm line says: is the server there, and how many writes wait for it. */
export function useOutbox(): { online: boolean; waiting: number } {
  const { outbox } = useApi();
  return { online: useOnline(), waiting: useSyncExternalStore(outbox.subscribe, outbox.waiting) };
}
