import { useEffect, useState } from 'react';

/** How far the server's clock is ahead of this device's, in milliseconds. */
let ahead = 0;
let newest = '';

/**
 * Learns the server's clock from an answer. The same time again is one from the cache and teaches nothing;
 * nor does an older one.
 */
export function learnServerTime(serverTime: string): void {
  if (serverTime <= newest) return;
  newest = serverTime;
  ahead = Date.parse(serverTime) - Date.now();
}

/** Now, by the server's clock, in milliseconds since 1970. */
export function serverNow(): number {
  return Date.now() + ahead;
}

/** Renders again every so many milliseconds, while something counts. */
export function useEvery(milliseconds: number, counting = true): void {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!counting) return;
    const timer = setInterval(() => tick((count) => count + 1), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds, counting]);
}

interface Timed {
  minutes: number;
  /** Seconds of earlier visits. */
  spent: number;
  startedAt?: string | null | undefined;
}

/** Seconds left of a segment; below zero it runs over. */
export function secondsLeft({ minutes, spent, startedAt }: Timed, now: number): number {
  const running = startedAt ? Math.max(0, now - Date.parse(startedAt)) / 1000 : 0;
  return minutes * 60 - spent - running;
}
