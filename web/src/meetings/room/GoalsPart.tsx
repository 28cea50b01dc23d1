import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import type { Flash } from '../../ui/useFlash.ts';
import { GoalRow } from './GoalRow.tsx';
import classes from './Part.module.css';

export const GoalsPartFragment = graphql(`
  fragment GoalsPart on Meeting {
    id
    mentorship {
      id
      mySide
      other {
        id
        name
      }
      goals(first: 10, states: [ACTIVE]) {
        edges {
          node {
            id
            ...GoalRow
          }
        }
      }
    }
  }
`);

interface GoalsPartProps {
  meeting: FragmentType<typeof GoalsPartFragment>;
  flash: Flash;
}

/** The goals at hand, with what both think of how far they have come. */
export function GoalsPart({ meeting: ref, flash }: GoalsPartProps) {
  const { mentorship } = readFragment(GoalsPartFragment, ref);
  const goals = mentorship.goals.edges;
  if (goals.length === 0) {
    return (
      <p className={classes.quiet}>
        No goal is active. What is worth working towards?{' '}
        <Link to={`/mentorships/${mentorship.id}`}>Write it down together</Link>
      </p>
    );
  }
  return (
    <ul className={classes.list}>
      {goals.map(({ node }) => (
        <GoalRow
          key={node.id}
          goal={node}
          mySide={mentorship.mySide}
          other={mentorship.other.name}
          flash={flash}
        />
      ))}
    </ul>
  );
}
