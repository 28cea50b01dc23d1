/** Whether the server answers, as far as we know: shared by everything that talks to it. */
export interface Connection {
  online: () => boolean;
  report: (online: boolean) => void;
  subscribe: (listener: () => void) => () => void;
}

export function createConnection(): Connection {
  let online = true;
  const listeners = new Set<() => void>();
  return {
    online: () => online,
    report(now) {
      if (now === online) return;
      online = now;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
