import { useEffect, useState } from 'react';

/** True once the page has been drawn and the browser has a moment: for what may come a little later. */
export function useIdle(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(() => setIdle(true), 200);
      return () => clearTimeout(timer);
    }
    const waiting = requestIdleCallback(() => setIdle(true), { timeout: 1500 });
    return () => cancelIdleCallback(waiting);
  }, []);
  return idle;
}
