import { useSyncExternalStore } from 'react';
import { createListeners } from '../ui/listeners.ts';

let sentences: readonly string[] = [];
const { subscribe, tell } = createListeners();

function set(next: readonly string[]): void {
  sentences = next;
  tell();
}

/** Says something that no page is there to say. It stays until it is put away. */
export function notice(sentence: string): void {
  if (!sentences.includes(sentence)) set([...sentences, sentence]);
}

export function putAway(sentence: string): void {
  set(sentences.filter((other) => other !== sentence));
}

export function useNotices(): readonly string[] {
  return useSyncExternalStore(subscribe, () => sentences);
}
