import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Section } from '../../ui/Section.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { PromiseRow } from '../room/PromiseRow.tsx';
import classes from './after.module.css';

export const AgreedFragment = graphql(`
  fragment Agreed on Meeting {
    id
    actionItems {
      id
      ...PromiseRow
    }
  }
`);

interface AgreedProps {
  meeting: FragmentType<typeof AgreedFragment>;
  flash: Flash;
}

/** What was agreed, by whom, until when. */
export function Agreed({ meeting: ref, flash }: AgreedProps) {
  const { actionItems } = readFragment(AgreedFragment, ref);
  return (
    <Section title="What you agreed" card>
      {actionItems.length === 0 && <p className={classes.quiet}>Nothing was promised in this meeting.</p>}
      <ul className={classes.list}>
        {actionItems.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} flash={flash} />
        ))}
      </ul>
    </Section>
  );
}
