import { VisuallyHidden } from '@mantine/core';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartTable } from './ChartTable.tsx';
import { type ChartLine, pathOf, placeIn, timesOf } from './chart.ts';
import classes from './LineChart.module.css';
import { shortDay } from './time.ts';
import { useWidth } from './useWidth.ts';

interface LineChartProps {
  /** What is drawn, for the table's caption. */
  title: string;
  /** One or two; the reader's own in the accent, the other's dashed. */
  lines: ChartLine[];
  /** Lowest and highest value, such as 0–100 or 1–5. */
  range: [number, number];
  /** The time it spans; from the first to the last point when left out. */
  from?: string;
  to?: string;
  /** Pixels. */
  height?: number;
  /** Small and bare, for many side by side. */
  compact?: boolean;
  /** Words for a moment on the time axis; the day when left out. */
  tick?: (at: number) => string;
}

const inset = { top: 12, bottom: 26, left: 34, right: 14 };
const bare = { top: 8, bottom: 8, left: 8, right: 8 };

/** One or two values over time, with the same numbers in a table behind it. */
export function LineChart(props: LineChartProps) {
  const { title, lines, range, height = 220, compact = false, tick = shortDay } = props;
  const [ref, width] = useWidth<HTMLDivElement>(320);
  const [start, end] = timesOf(lines, props.from, props.to);
  const place = placeIn({ width, height, inset: compact ? bare : inset, range, start, end });
  const [low, high] = range;
  const levels = compact ? [low, high] : [low, (low + high) / 2, high];

  return (
    <figure className={classes.chart}>
      {!compact && <ChartLegend lines={lines} />}
      <div ref={ref} className={classes.plot} style={{ height }}>
        <svg aria-hidden="true" width={width} height={height}>
          {levels.map((level) => (
            <g key={level} transform={`translate(0 ${place.y(level)})`}>
              <line className={classes.level} x1={place.left} x2={place.right} />
              {!compact && (
                <text className={classes.tick} x={place.left - 8} dy="0.32em" textAnchor="end">
                  {level}
                </text>
              )}
            </g>
          ))}
          {!compact && end > start && (
            <>
              <text className={classes.tick} x={place.left} y={height - 4}>
                {tick(start)}
              </text>
              <text className={classes.tick} x={place.right} y={height - 4} textAnchor="end">
                {tick(end)}
              </text>
            </>
          )}
          {lines.toReversed().map((line) => (
            <Line key={line.name} line={line} place={place} compact={compact} />
          ))}
        </svg>
      </div>
      <VisuallyHidden>
        <ChartTable title={title} lines={lines} tick={tick} />
      </VisuallyHidden>
    </figure>
  );
}

interface LineProps {
  line: ChartLine;
  place: ReturnType<typeof placeIn>;
  compact: boolean;
}

function Line({ line, place, compact }: LineProps) {
  const spots = line.points.map(({ at, value }) => ({
    at,
    x: place.x(new Date(at).getTime()),
    y: place.y(value),
  }));
  const newest = spots.at(-1);
  const d = pathOf(spots);
  return (
    <g className={classes.line} data-tone={line.tone}>
      <path d={d} style={{ d: `path("${d}")` }} />
      {!compact &&
        spots.length <= 24 &&
        spots
          .slice(0, -1)
          .map((spot) => <circle key={spot.at} className={classes.spot} cx={spot.x} cy={spot.y} r={2.5} />)}
      {newest && (
        <circle
          className={classes.newest}
          r={compact ? 3.5 : 5.5}
          style={{ transform: `translate(${newest.x}px, ${newest.y}px)` }}
        />
      )}
    </g>
  );
}
