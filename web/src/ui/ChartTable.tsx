import type { ChartLine } from './chart.ts';

interface ChartTableProps {
  title: string;
  lines: ChartLine[];
  tick: (at: number) => string;
}

/** The same numbers for those who listen. */
export function ChartTable({ title, lines, tick }: ChartTableProps) {
  const rows = lines
    .flatMap(({ name, points }) =>
      points.map((point) => ({ name, ...point, time: new Date(point.at).getTime() })),
    )
    .sort((a, b) => a.time - b.time);

  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who</th>
          <th scope="col">Value</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, at, time, value, note }) => (
          <tr key={`${name} ${at}`}>
            <td>{tick(time)}</td>
            <td>{name}</td>
            <td>{value}</td>
            <td>{note ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
