/** The Yjs updates of an open room, in base64: kept for the editor until it has been loaded. */
export interface NotesFeed {
  push: (update: string) => void;
  /** Hears all updates since the page was read, then each new one. */
  subscribe: (listener: (update: string) => void) => () => void;
}

export function createNotesFeed(): NotesFeed {
  const updates: string[] = [];
  const listeners = new Set<(update: string) => void>();
  return {
    push(update) {
      updates.push(update);
      for (const listener of listeners) listener(update);
    },
    subscribe(listener) {
      for (const update of updates) listener(update);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
