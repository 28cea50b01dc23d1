import { Button } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Section } from '../../ui/Section.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { stateOrder } from '../states/words.ts';
import { AddGoal } from './AddGoal.tsx';
import { GoalItem } from './GoalItem.tsx';
import classes from './GoalList.module.css';

export const GoalListFragment = graphql(`
  fragment GoalList on Mentorship {
    id
    state
    mySide
    open: goals(first: 30, states: [ACTIVE, IDEA, PARKED]) {
      edges {
        cursor
        node {
          id
          state
          ...GoalItem
        }
      }
    }
    over: goals(first: 20, states: [ACHIEVED, RETIRED]) {
      edges {
        cursor
        node {
          id
          state
          ...GoalItem
        }
      }
    }
  }
`);

interface GoalListProps {
  mentorship: FragmentType<typeof GoalListFragment>;
  flash: Flash;
}

/** The goals of the two: what is worked on now first, then what waits, then what is over. */
export function GoalList({ mentorship: ref, flash }: GoalListProps) {
  const { id, state, mySide, open, over } = readFragment(GoalListFragment, ref);
  const [adding, setAdding] = useState(false);
  const kept = useKeptFocus<HTMLDivElement>();
  const writable = state === 'ACTIVE';
  // A goal that has moved meanwhile stands in both lists, or in the one that it has left.
  const all = new Map([...open.edges, ...over.edges].map(({ node }) => [node.id, node]));
  const goals = [...all.values()].toSorted((a, b) => stateOrder[a.state] - stateOrder[b.state]);
  const add = (
    <Button variant="light" leftSection={<PlusIcon size={18} />} onClick={() => setAdding(true)}>
      Add a goal
    </Button>
  );

  return (
    <div {...kept}>
      <Section title="Goals" card {...(writable && !adding && goals.length > 0 && { aside: add })}>
        {adding && (
          <div className={classes.add}>
            <AddGoal mentorshipId={id} onDone={() => setAdding(false)} />
          </div>
        )}
        {goals.length === 0 && !adding && (
          <EmptyState title="What is the summit?" {...(writable && { action: add })}>
            {mySide === 'MENTEE'
              ? 'Write down one thing you would like to reach. It begins as an idea; one or two at a time are enough to work on.'
              : 'Ask your mentee for one thing they would like to reach, and write it down together. It begins as an idea.'}
          </EmptyState>
        )}
        <ul className={classes.list}>
          {goals.map((goal) => (
            <GoalItem key={goal.id} goal={goal} writable={writable} flash={flash} />
          ))}
        </ul>
      </Section>
    </div>
  );
}
