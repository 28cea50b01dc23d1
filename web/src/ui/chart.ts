export interface ChartPoint {
  at: string;
  value: number;
  /** Why, in a few words; stands in the table. */
  note?: string;
}

export interface ChartLine {
  name: string;
  /** The reader's own, or the other side's. */
  tone: 'mine' | 'theirs';
  /** Oldest first. */
  points: ChartPoint[];
}

interface Frame {
  width: number;
  height: number;
  inset: { top: number; bottom: number; left: number; right: number };
  range: [number, number];
  start: number;
  end: number;
}

/** Where a time and a value stand on the paper, in pixels. */
export function placeIn({ width, height, inset, range: [low, high], start, end }: Frame) {
  const left = inset.left;
  const right = Math.max(left, width - inset.right);
  const bottom = height - inset.bottom;
  const span = end - start || 1;
  const within = (value: number) => Math.min(high, Math.max(low, value));
  return {
    left,
    right,
    x: (time: number) =>
      end === start ? (left + right) / 2 : left + ((time - start) / span) * (right - left),
    y: (value: number) => bottom - ((within(value) - low) / (high - low)) * (bottom - inset.top),
  };
}

/** The span of time a chart shows, in milliseconds. */
export function timesOf(lines: ChartLine[], from?: string, to?: string): [number, number] {
  const times = lines.flatMap(({ points }) => points.map(({ at }) => new Date(at).getTime()));
  const first = from === undefined ? Math.min(...times) : new Date(from).getTime();
  const last = to === undefined ? Math.max(...times) : new Date(to).getTime();
  return Number.isFinite(first) && Number.isFinite(last) ? [first, last] : [0, 0];
}

/** A line through all spots, as an SVG path. */
export function pathOf(spots: { x: number; y: number }[]): string {
  return spots.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join(' ');
}
