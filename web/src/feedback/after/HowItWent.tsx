import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import type { ChartLine } from '../../ui/chart.ts';
import { LineChart } from '../../ui/LineChart.tsx';
import { Section } from '../../ui/Section.tsx';
import { clockTime } from '../../ui/time.ts';
import { PulseMark, pulseKinds, pulseName } from '../room/pulses.tsx';
import classes from './HowItWent.module.css';

export const HowItWentFragment = graphql(`
  fragment HowItWent on Meeting {
    id
    pulses {
      id
      kind
      author {
        id
        isViewer
      }
    }
    usefulness {
      id
      at
      value
      author {
        id
        isViewer
      }
    }
    mentorship {
      id
      other {
        id
        name
      }
    }
  }
`);

/** How useful both found it over the meeting's time, and what they told each other by a tap. */
export function HowItWent(props: { meeting: FragmentType<typeof HowItWentFragment> }) {
  const { pulses, usefulness, mentorship } = readFragment(HowItWentFragment, props.meeting);
  if (pulses.length === 0 && usefulness.length === 0) return null;
  const name = calledName(mentorship.other.name);
  const line = (of: string, isMine: boolean): ChartLine => ({
    name: of,
    tone: isMine ? 'mine' : 'theirs',
    points: usefulness.filter(({ author }) => author.isViewer === isMine).toReversed(),
  });
  const given = pulseKinds.map((kind) => {
    const all = pulses.filter((pulse) => pulse.kind === kind);
    const mine = all.filter(({ author }) => author.isViewer).length;
    return { kind, mine, theirs: all.length - mine };
  });
  return (
    <Section title="How it went" card>
      {usefulness.length > 0 && (
        <LineChart
          title="How useful it was, from 1 to 5"
          lines={[line('You', true), line(name, false)]}
          range={[1, 5]}
          height={160}
          tick={clockTime}
        />
      )}
      {pulses.length > 0 && (
        <table className={classes.pulses}>
          <thead>
            <tr>
              <th scope="col">Told by a tap</th>
              <th scope="col">You</th>
              <th scope="col">{name}</th>
            </tr>
          </thead>
          <tbody>
            {given
              .filter(({ mine, theirs }) => mine + theirs > 0)
              .map(({ kind, mine, theirs }) => (
                <tr key={kind}>
                  <th scope="row">
                    <PulseMark kind={kind} size={18} /> {pulseName[kind]}
                  </th>
                  <td>{mine}</td>
                  <td>{theirs}</td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
