import { useState } from 'react';

/**
 * What was typed and not sent yet, under a name, for as long as this tab is open: neither a reload nor the
 * leader moving on takes it away.
 */
const prefix = 'belay.draft/';

export const keptText = (name: string): string | null => sessionStorage.getItem(prefix + name);
export const forgetText = (name: string): void => sessionStorage.removeItem(prefix + name);

export function keepText(name: string, text: string): void {
  try {
    sessionStorage.setItem(prefix + name, text);
  } catch {
    // Storage is full or closed: the text stays on the page.
  }
}

/** A text that comes back with its field. */
export function useKeptText(name: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => keptText(name) ?? '');
  const keep = (next: string) => {
    setText(next);
    if (next) keepText(name, next);
    else forgetText(name);
  };
  return [text, keep];
}
