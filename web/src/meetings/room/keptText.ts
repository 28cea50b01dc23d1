/** What was typed and has no answer yet, under a name, in this browser: a reload does not lose it. */
const prefix = 'belay.draft/';

export function keepText(name: string, text: string): void {
  try {
    localStorage.setItem(prefix + name, text);
  } catch {
    // Storage is full or closed: the text stays on the page.
  }
}

export const keptText = (name: string): string | null => localStorage.getItem(prefix + name);
export const forgetText = (name: string): void => localStorage.removeItem(prefix + name);
