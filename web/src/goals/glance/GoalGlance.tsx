import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { PathGlance } from '../../ui/PathGlance.tsx';
import classes from './GoalGlance.module.css';

export const GoalGlanceFragment = graphql(`
  fragment GoalGlance on Goal {
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
    milestones {
      id
      reachedAt
    }
    menteeEstimate {
      id
      value
    }
    mentorEstimate {
      id
      value
    }
  }
`);

/** A goal at a glance: the path so far, and how far each of the two thinks it has come. */
export function GoalGlance(props: { goal: FragmentType<typeof GoalGlanceFragment> }) {
  const goal = readFragment(GoalGlanceFragment, props.goal);
  const { mySide, other } = goal.mentorship;
  const reached = goal.milestones.filter(({ reachedAt }) => reachedAt).length;
  const total = goal.milestones.length;
  const mine = mySide === 'MENTEE' ? goal.menteeEstimate : goal.mentorEstimate;
  const theirs = mySide === 'MENTEE' ? goal.mentorEstimate : goal.menteeEstimate;
  return (
    <li className={classes.goal}>
      <div className={classes.words}>
        <Anchor component={Link} to={`/goals/${goal.id}`} className={classes.title}>
          {goal.title}
        </Anchor>
        <span className={classes.estimates}>
          You say {mine ? `${mine.value} %` : 'nothing yet'}, {calledName(other.name)} says{' '}
          {theirs ? `${theirs.value} %` : 'nothing yet'}
        </span>
      </div>
      <PathGlance reached={reached} total={total} label={`${reached} of ${total} steps reached`} />
    </li>
  );
}
