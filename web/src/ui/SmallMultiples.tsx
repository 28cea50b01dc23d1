import type { ChartLine } from './chart.ts';
import { LineChart } from './LineChart.tsx';
import classes from './SmallMultiples.module.css';

interface SmallMultiplesProps {
  charts: { title: string; lines: ChartLine[] }[];
  range: [number, number];
}

/** The same small chart many times over, for the eye to compare. All span the same time. */
export function SmallMultiples({ charts, range }: SmallMultiplesProps) {
  const times = charts
    .flatMap(({ lines }) => lines.flatMap(({ points }) => points.map(({ at }) => at)))
    .sort();
  return (
    <div className={classes.grid}>
      {charts.map(({ title, lines }) => (
        <div key={title} className={classes.one}>
          <div className={classes.head}>
            <h3 className={classes.title}>{title}</h3>
            <span aria-hidden="true" className={classes.now}>
              {lines.map((line) => (
                <span key={line.name} data-tone={line.tone}>
                  {line.points.at(-1)?.value ?? '–'}
                </span>
              ))}
            </span>
          </div>
          <LineChart
            title={title}
            lines={lines}
            range={range}
            from={times[0]}
            to={times.at(-1)}
            height={64}
            compact
          />
        </div>
      ))}
    </div>
  );
}
