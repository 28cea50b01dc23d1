interface Mark {
  at: string;
  value: number;
}

interface Paper {
  x: (time: number) => number;
  y: (value: number) => number;
  /** Milliseconds since 1970. */
  now: number;
}

export const sideOf = ({ author }: { author: { isViewer: boolean } }): 'mine' | 'theirs' =>
  author.isViewer ? 'mine' : 'theirs';

/**
 * Marks, newest first, as a line in steps: each holds until the next, the last until now. Empty without marks.
 */
export function stepsOf(marks: readonly Mark[], { x, y, now }: Paper): string {
  const oldestFirst = marks.toReversed();
  const path = oldestFirst.map(({ at, value }, index) => {
    const place = x(Date.parse(at)).toFixed(1);
    const level = y(value).toFixed(1);
    return index === 0 ? `M${place} ${level}` : `H${place}V${level}`;
  });
  return path.length === 0 ? '' : `${path.join('')}H${x(now).toFixed(1)}`;
}
