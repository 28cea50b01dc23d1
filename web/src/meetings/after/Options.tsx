import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Section } from '../../ui/Section.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { AdviceRow } from '../room/Advice.tsx';
import classes from './after.module.css';

export const OptionsFragment = graphql(`
  fragment Options on Meeting {
    id
    advice {
      id
      ...AdviceRow
    }
    mentorship {
      id
      mySide
    }
  }
`);

interface OptionsProps {
  meeting: FragmentType<typeof OptionsFragment>;
  flash: Flash;
}

/** Advice as what it is: options, of which the mentee says what becomes of them. */
export function Options({ meeting: ref, flash }: OptionsProps) {
  const { advice, mentorship } = readFragment(OptionsFragment, ref);
  if (advice.length === 0) return null;
  const hint =
    mentorship.mySide === 'MENTEE'
      ? 'Offered to you. You decide, today or later.'
      : 'What you offered. Your mentee decides what becomes of it.';
  return (
    <Section title="Options to consider" card hint={hint}>
      <ul className={classes.list}>
        {advice.map((one) => (
          <AdviceRow key={one.id} advice={one} mySide={mentorship.mySide} flash={flash} />
        ))}
      </ul>
    </Section>
  );
}
