import { Checkbox } from '@mantine/core';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import { calendarDay } from '../../ui/time.ts';
import classes from './Promise.module.css';

export const HomePromiseFragment = graphql(`
  fragment HomePromise on ActionItem {
    id
    title
    dueOn
    state
    mentorship {
      id
      other {
        id
        name
      }
    }
  }
`);

const KeepPromise = graphql(`
  mutation KeepPromise($input: CompleteActionItemInput!) {
    completeActionItem(input: $input) {
      __typename
      ... on CompleteActionItemPayload {
        actionItem {
          id
          state
          settledAt
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

/** Something one promised, to be ticked off right here; a tick by mistake is taken back the same way. */
export function HomePromise(props: { actionItem: FragmentType<typeof HomePromiseFragment>; today: string }) {
  const { id, title, dueOn, state, mentorship } = readFragment(HomePromiseFragment, props.actionItem);
  const keep = useWrite(KeepPromise);
  const done = state === 'DONE';
  return (
    <li className={classes.promise}>
      <Checkbox
        checked={done}
        label={title}
        description={
          <span data-late={(!done && dueOn && dueOn < props.today) || undefined}>
            {dueOn ? `${dueWords(dueOn, props.today)}, ` : ''}to {mentorship.other.name}
          </span>
        }
        onChange={() => void keep.send({ input: { actionItemId: id, ...(done && { undo: true }) } })}
      />
      {keep.refusal && <Refused>{keep.refusal.message}</Refused>}
    </li>
  );
}

function dueWords(dueOn: string, today: string): string {
  if (dueOn === today) return 'Due today';
  return dueOn < today ? `Was due ${calendarDay(dueOn)}` : `Due ${calendarDay(dueOn)}`;
}
