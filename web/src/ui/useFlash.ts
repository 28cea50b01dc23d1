import { useCallback, useEffect, useRef, useState } from 'react';

/** As long as the animation in tokens.css, in milliseconds. */
const moment = 2400;

export interface Flash {
  /** Marks what carries this key for a moment. */
  mark: (key: string) => void;
  /** Spread on the element: `<li {...flash.of(item.id)}>`. */
  of: (key: string) => { 'data-flash'?: '' };
}

/** What the other one changed is marked for a moment. */
export function useFlash(): Flash {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());

  useEffect(() => {
    const running = timers.current;
    return () => {
      for (const timer of running.values()) clearTimeout(timer);
    };
  }, []);

  const mark = useCallback((key: string) => {
    clearTimeout(timers.current.get(key));
    setMarked((keys) => new Set(keys).add(key));
    const forget = () => {
      timers.current.delete(key);
      setMarked((keys) => new Set([...keys].filter((other) => other !== key)));
    };
    timers.current.set(key, setTimeout(forget, moment));
  }, []);

  const of = useCallback(
    (key: string): { 'data-flash'?: '' } => (marked.has(key) ? { 'data-flash': '' } : {}),
    [marked],
  );
  return { mark, of };
}
