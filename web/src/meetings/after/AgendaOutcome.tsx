import type { AgendaState } from '../../platform/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Section } from '../../ui/Section.tsx';
import classes from './after.module.css';

export const AgendaOutcomeFragment = graphql(`
  fragment AgendaOutcome on Meeting {
    id
    agenda {
      id
      title
      state
      dropReason
    }
  }
`);

const groups: { title: string; states: AgendaState[] }[] = [
  { title: 'Talked about', states: ['DISCUSSED'] },
  { title: 'Comes along to the next meeting', states: ['CARRIED', 'OPEN'] },
  { title: 'Let go', states: ['DROPPED'] },
];

/** What became of each thing that was brought: nothing is lost. */
export function AgendaOutcome(props: { meeting: FragmentType<typeof AgendaOutcomeFragment> }) {
  const { agenda } = readFragment(AgendaOutcomeFragment, props.meeting);
  if (agenda.length === 0) return null;
  return (
    <Section title="Agenda" card>
      {groups.map(({ title, states }) => {
        const items = agenda.filter(({ state }) => states.includes(state));
        if (items.length === 0) return null;
        return (
          <div key={title} className={classes.group}>
            <h3 className={classes.small}>{title}</h3>
            <ul className={classes.items}>
              {items.map((item) => (
                <li key={item.id}>
                  {item.title}
                  {item.dropReason && <span className={classes.aside}> {item.dropReason}</span>}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </Section>
  );
}
