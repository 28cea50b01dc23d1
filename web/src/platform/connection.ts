import { createListeners } from '../ui/listeners.ts';

/** Whether the server answers, as far as we know: shared by everything that talks to it. */
export interface Connection {
  online: () => boolean;
  report: (online: boolean) => void;
  subscribe: (listener: () => void) => () => void;
  /** Asks at once whether the server is back. */
  look: () => void;
  close: () => void;
}

interface ConnectionOptions {
  /** Asks the server whether it is there. */
  ask: () => Promise<boolean>;
  /** Milliseconds before the next question. */
  pause: (attempt: number) => number;
}

/** While the server is away it is asked now and then, also when nothing else would notice that it is back. */
export function createConnection({ ask, pause }: ConnectionOptions): Connection {
  const { subscribe, tell } = createListeners();
  let online = true;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(attempt: number) {
    clearTimeout(timer);
    if (online) return;
    const there = await ask().catch(() => false);
    if (there) report(true);
    else if (!online) lookLater(attempt + 1);
  }

  function lookLater(attempt: number) {
    clearTimeout(timer);
    timer = setTimeout(look, pause(attempt), attempt);
  }

  function report(now: boolean) {
    if (now === online) return;
    online = now;
    clearTimeout(timer);
    if (!online) lookLater(0);
    tell();
  }

  return {
    online: () => online,
    report,
    subscribe,
    look: () => void look(0),
    close: () => clearTimeout(timer),
  };
}
