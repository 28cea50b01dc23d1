import { Anchor, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { isNewId } from '../../platform/newIds.ts';
import { PathGlance } from '../../ui/PathGlance.tsx';
import { calendarDay, shortDay } from '../../ui/time.ts';
import type { Flash } from '../../ui/useFlash.ts';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { EstimateChart } from '../estimates/EstimateChart.tsx';
import { EstimateForm } from '../estimates/EstimateForm.tsx';
import { GoalMoves } from '../states/GoalMoves.tsx';
import { StateBadge } from '../states/StateBadge.tsx';
import { isOver } from '../states/words.ts';
import classes from './GoalItem.module.css';

export const GoalItemFragment = graphql(`
  fragment GoalItem on Goal {
    id
    title
    why
    state
    targetOn
    achievedAt
    retiredReason
    mentorship {
      id
      mySide
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
    ...EstimateChart
  }
`);

interface GoalItemProps {
  goal: FragmentType<typeof GoalItemFragment>;
  /** Whether the two may change it: not when the mentorship is over or rests. */
  writable: boolean;
  flash: Flash;
}

/** A goal on the shared page: what is worked on now in full, what waits or is over in a line. */
export function GoalItem({ goal: ref, writable, flash }: GoalItemProps) {
  const goal = readFragment(GoalItemFragment, ref);
  const [saying, setSaying] = useState(false);
  const { id, title, why, state, mentorship, milestones } = goal;
  const mine = mentorship.mySide === 'MENTEE' ? goal.menteeEstimate : goal.mentorEstimate;
  const kept = useKeptFocus<HTMLLIElement>();
  const isActive = state === 'ACTIVE';
  const reached = milestones.filter(({ reachedAt }) => reachedAt).length;
  return (
    <li className={classes.goal} data-state={state} {...kept} {...flash.of(id)}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          {isNewId(id) ? (
            title
          ) : (
            <Anchor component={Link} to={`/goals/${id}`} inherit>
              {title}
            </Anchor>
          )}
        </h3>
        <StateBadge state={state} />
      </div>
      {why !== '' && !isOver(state) && <p className={classes.words}>{why}</p>}
      <Facts goal={goal} reached={reached} />
      {isActive && (
        <>
          {milestones.length > 0 && (
            <PathGlance
              reached={reached}
              total={milestones.length}
              label={`${reached} of ${milestones.length} steps reached`}
            />
          )}
          {(goal.menteeEstimate || goal.mentorEstimate) && <EstimateChart goal={goal} />}
          {writable && saying && <EstimateForm goalId={id} now={mine?.value ?? null} />}
          {writable && !saying && (
            <Button
              variant="light"
              className={classes.say}
              aria-label={`Say how far you think it has come: ${title}`}
              onClick={() => setSaying(true)}
            >
              Say how far you think it has come
            </Button>
          )}
        </>
      )}
      {writable && <GoalMoves goalId={id} title={title} state={state} />}
    </li>
  );
}

interface Facts {
  goal: {
    state: string;
    targetOn?: string | null;
    achievedAt?: string | null;
    retiredReason?: string | null;
  };
}

function Facts({ goal, reached }: Facts & { reached: number }) {
  const words = factsOf(goal, reached);
  return words === '' ? null : <p className={classes.words}>{words}</p>;
}

function factsOf({ state, targetOn, achievedAt, retiredReason }: Facts['goal'], reached: number): string {
  if (state === 'ACHIEVED') {
    const steps = reached === 0 ? '' : `, over ${reached} ${reached === 1 ? 'step' : 'steps'}`;
    return achievedAt ? `Reached ${shortDay(achievedAt)}${steps}` : '';
  }
  if (state === 'RETIRED') return retiredReason ?? '';
  return targetOn ? `By ${calendarDay(targetOn)}` : '';
}
