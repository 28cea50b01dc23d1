import { useEffect, useEffectEvent, useRef } from 'react';

/** Acts once, a moment after the last of several calls. */
export function useSoon(act: () => void): () => void {
  const run = useEffectEvent(act);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(run, 300);
  };
}
