import type { GoalState } from '../../platform/generated/graphql.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import classes from './StateBadge.module.css';
import { stateName } from './words.ts';

/** How a goal stands, as a quiet label. */
export function StateBadge({ state }: { state: GoalState }) {
  return (
    <span className={classes.badge} data-state={state}>
      {state === 'ACHIEVED' && <CheckIcon size={14} />}
      {stateName[state]}
    </span>
  );
}
