/** Whether something may be done once more, for one key at one time. */
export type Rate = (key: string, now: Date) => boolean;

/** Lets each key do something at most `most` times in any window of that many milliseconds; forgets all in each new one. */
export function createRate(most: number, window: number): Rate {
  const done = new Map<string, number>();
  let began = 0;
  return (key, now) => {
    if (now.getTime() - began >= window) {
      done.clear();
      began = now.getTime();
    }
    const times = (done.get(key) ?? 0) + 1;
    done.set(key, times);
    return times <= most;
  };
}
