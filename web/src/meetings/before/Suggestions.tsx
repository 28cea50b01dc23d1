import { Button } from '@mantine/core';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { AddToAgenda } from './addToAgenda.ts';
import classes from './before.module.css';

export const SuggestionsFragment = graphql(`
  fragment Suggestions on Meeting {
    id
    agendaSuggestions {
      title
      reason
      goal {
        id
      }
      actionItem {
        id
      }
    }
  }
`);

const why = {
  ESTIMATES_DIVERGE: 'You see this goal differently.',
  PROMISE_OPEN: 'The day for it has passed.',
};

interface SuggestionsProps {
  meeting: FragmentType<typeof SuggestionsFragment>;
  /** What is on the agenda already. */
  titles: string[];
}

/** What could be worth talking about; one tap puts it on the agenda. */
export function Suggestions({ meeting: ref, titles }: SuggestionsProps) {
  const { id: meetingId, agendaSuggestions } = readFragment(SuggestionsFragment, ref);
  const add = useWrite(AddToAgenda);
  const fresh = agendaSuggestions.filter(({ title }) => !titles.includes(title));
  if (fresh.length === 0 && !add.refusal) return null;
  return (
    <div className={classes.suggestions}>
      <h3 className={classes.small}>Perhaps also</h3>
      <ul className={classes.list}>
        {fresh.map(({ title, reason, goal }) => (
          <li key={title} className={classes.suggestion}>
            <span>
              {title} <span className={classes.by}>{why[reason]}</span>
            </span>
            <Button
              variant="light"
              size="compact-sm"
              leftSection={<PlusIcon size={16} />}
              aria-label={`Add to the agenda: ${title}`}
              onClick={() => add.send({ input: { meetingId, title, ...(goal && { goalId: goal.id }) } })}
            >
              Add
            </Button>
          </li>
        ))}
      </ul>
      {add.refusal && <Refused>{add.refusal.message}</Refused>}
    </div>
  );
}
