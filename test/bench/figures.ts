/** The middle one, and the smallest and the largest, of several rounds. */
export type Spread = { median: number; min: number; max: number };

export type Line = {
  row: string;
  /** What was done, such as `16 connections`. */
  work: string;
  who: string;
  /** By their names with units, such as `requests/s`. */
  figures: Record<string, Spread>;
};

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: percentile(sorted, 0.5), min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}

/** The value below which that share of them lies; they must be sorted. */
export function percentile(sorted: readonly number[], share: number): number {
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return sorted[index] ?? Number.NaN;
}

/** Turns figures of rounds, such as three times `{ ms }`, into the spread of each figure. */
export function spreads(rounds: readonly Record<string, number>[]): Record<string, Spread> {
  const names = Object.keys(rounds[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, spread(rounds.map((round) => round[name] ?? Number.NaN))]),
  );
}

/** A table for the terminal: each figure as `median (min–max)`. */
export function table(lines: readonly Line[]): string {
  const cells = lines.map(({ row, work, who, figures }) => [
    row,
    work,
    who,
    Object.entries(figures)
      .map(([name, { median, min, max }]) => `${short(median)} ${name} (${short(min)}–${short(max)})`)
      .join(' · '),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((cell) => cell[column]?.length ?? 0)));
  return cells
    .map((cell) => cell.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n');
}

function short(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
