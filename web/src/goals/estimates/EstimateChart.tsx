import { calledName } from '../../people/calledName.ts';
import type { Side } from '../../platform/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import type { ChartLine } from '../../ui/chart.ts';
import { LineChart } from '../../ui/LineChart.tsx';

export const EstimateChartFragment = graphql(`
  fragment EstimateChart on Goal {
    id
    title
    mentorship {
      id
      mySide
      other {
        id
        name
      }
    }
    estimates(first: 40) {
      edges {
        cursor
        node {
          id
          side
          value
          why
          at
        }
      }
    }
  }
`);

interface EstimateChartProps {
  goal: FragmentType<typeof EstimateChartFragment>;
  height?: number;
}

/** How far each of the two has thought the goal had come, over time. */
export function EstimateChart({ goal: ref, height = 160 }: EstimateChartProps) {
  const { title, mentorship, estimates } = readFragment(EstimateChartFragment, ref);
  const { mySide, other } = mentorship;
  const nodes = estimates.edges.map(({ node }) => node).toSorted((a, b) => a.at.localeCompare(b.at));
  const line = (name: string, tone: ChartLine['tone'], side: Side): ChartLine => ({
    name,
    tone,
    points: nodes
      .filter((node) => node.side === side)
      .map(({ at, value, why }) => ({ at, value, note: why })),
  });
  return (
    <LineChart
      title={`How far “${title}” has come, in per cent`}
      range={[0, 100]}
      height={height}
      lines={[
        line('You', 'mine', mySide),
        line(calledName(other.name), 'theirs', mySide === 'MENTOR' ? 'MENTEE' : 'MENTOR'),
      ]}
    />
  );
}
