import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Section } from '../../ui/Section.tsx';
import classes from './after.module.css';

export const SharedNotesReadFragment = graphql(`
  fragment SharedNotesRead on Meeting {
    id
    notes {
      id
      text
    }
  }
`);

/** What the two wrote down together, to read. */
export function SharedNotesRead(props: { meeting: FragmentType<typeof SharedNotesReadFragment> }) {
  const { notes } = readFragment(SharedNotesReadFragment, props.meeting);
  return (
    <Section title="Shared notes" card>
      {notes.text ? (
        <p className={classes.notes}>{notes.text}</p>
      ) : (
        <p className={classes.quiet}>You wrote nothing down together.</p>
      )}
    </Section>
  );
}
