import { useSyncExternalStore } from 'react';

let sentences: readonly string[] = [];
const listeners = new Set<() => void>();

function set(next: readonly string[]): void {
  sentences = next;
  for (const listener of listeners) listener();
}

/** Says something that no page is there to say. It stays until it is put away. */
export function notice(sentence: string): void {
  if (!sentences.includes(sentence)) set([...sentences, sentence]);
}

export function putAway(sentence: string): void {
  set(sentences.filter((other) => other !== sentence));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useNotices(): readonly string[] {
  return useSyncExternalStore(subscribe, () => sentences);
}
