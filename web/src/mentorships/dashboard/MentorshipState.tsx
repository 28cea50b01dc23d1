import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import classes from './MentorshipState.module.css';
import { outcomeWords, stateWords } from './words.ts';

export const MentorshipStateFragment = graphql(`
  fragment MentorshipState on Mentorship {
    id
    state
    outcome
  }
`);

/** Says how things stand when the two cannot change anything here now. */
export function MentorshipState(props: { mentorship: FragmentType<typeof MentorshipStateFragment> }) {
  const { state, outcome } = readFragment(MentorshipStateFragment, props.mentorship);
  if (state === 'ACTIVE') return null;
  return (
    <p className={classes.state}>
      {stateWords[state]} {outcome && outcomeWords[outcome]}
    </p>
  );
}
