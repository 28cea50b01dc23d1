export interface Listeners {
  /** Calls the listener at every change, until the returned function is called. */
  subscribe: (listener: () => void) => () => void;
  tell: () => void;
}

/** Whoever wants to know that something changed. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell() {
      for (const listener of listeners) listener();
    },
  };
}
