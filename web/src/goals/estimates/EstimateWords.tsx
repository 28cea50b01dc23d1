import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import classes from './EstimateWords.module.css';

export const EstimateWordsFragment = graphql(`
  fragment EstimateWords on Goal {
    id
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

/** How many of the newest are shown as words. */
const SHOWN = 6;

/** The newest estimates in the words of those who gave them. */
export function EstimateWords(props: { goal: FragmentType<typeof EstimateWordsFragment> }) {
  const { mentorship, estimates } = readFragment(EstimateWordsFragment, props.goal);
  const explained = estimates.edges.map(({ node }) => node).filter(({ why }) => why !== '');
  return (
    <ul className={classes.list}>
      {explained.slice(0, SHOWN).map(({ id, side, value, why, at }) => (
        <li key={id} data-tone={side === mentorship.mySide ? 'mine' : 'theirs'}>
          <span className={classes.value}>{value} %</span>
          <span className={classes.why}>
            {why}
            <small>
              {side === mentorship.mySide ? 'You' : calledName(mentorship.other.name)},{' '}
              <RelativeTime at={at} />
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
