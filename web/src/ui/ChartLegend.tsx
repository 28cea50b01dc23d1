import type { ChartLine } from './chart.ts';
import classes from './LineChart.module.css';

/** Who is which line, and where each stands now. */
export function ChartLegend({ lines }: { lines: ChartLine[] }) {
  return (
    <figcaption className={classes.legend}>
      {lines.map((line) => (
        <span key={line.name} className={classes.key}>
          <svg aria-hidden="true" className={classes.line} data-tone={line.tone} width="26" height="12">
            <path d="M1 6h24" />
            <circle className={classes.newest} cx="13" cy="6" r="4" />
          </svg>
          {line.name}
          <strong className={classes.value}>{line.points.at(-1)?.value ?? '–'}</strong>
        </span>
      ))}
    </figcaption>
  );
}
