import { VisuallyHidden } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { createListeners } from './listeners.ts';

let words = '';
const { subscribe, tell } = createListeners();

/** Says something to a screen reader when it next pauses. Short, whole sentences; the newest wins. */
export function announce(sentence: string): void {
  // The same sentence twice is still news: a trailing space makes it another text.
  words = sentence === words ? `${sentence}\u00a0` : sentence;
  tell();
}

/** Stands once in the frame. */
export function LiveRegion() {
  const text = useSyncExternalStore(subscribe, () => words);
  return (
    <VisuallyHidden role="log" aria-live="polite" aria-atomic="true" aria-label="News">
      {text}
    </VisuallyHidden>
  );
}
