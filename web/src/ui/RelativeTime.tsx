import { useEffect, useState } from 'react';
import { clockTime, fromNow, longDay } from './time.ts';

/** "in 3 days", "2 hours ago"; keeps itself true as time goes by. */
export function RelativeTime({ at }: { at: string }) {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 30_000);
    return () => clearInterval(timer);
  }, []);

  return (
    <time dateTime={at} title={`${longDay(at)}, ${clockTime(at)}`}>
      {fromNow(at)}
    </time>
  );
}
