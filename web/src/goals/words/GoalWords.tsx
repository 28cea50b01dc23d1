import { Button } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { PencilIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Section } from '../../ui/Section.tsx';
import { calendarDay } from '../../ui/time.ts';
import type { Flash } from '../../ui/useFlash.ts';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { BothWordings } from './BothWordings.tsx';
import classes from './GoalWords.module.css';
import { type Draft, draftOf, GoalWordsForm } from './GoalWordsForm.tsx';

export const GoalWordsFragment = graphql(`
  fragment GoalWords on Goal {
    id
    version
    title
    why
    planIf
    planThen
    targetOn
  }
`);

const EditGoal = graphql(`
  mutation EditGoal($input: EditGoalInput!) {
    editGoal(input: $input) {
      __typename
      ... on EditGoalPayload {
        goal {
          id
          ...GoalWords
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ... on Goal {
            ...GoalWords
          }
        }
      }
    }
  }
`);

interface GoalWordsProps {
  goal: FragmentType<typeof GoalWordsFragment>;
  writable: boolean;
  /** Who the other one is, in one word. */
  other: string;
  flash: Flash;
}

/** Why the goal matters, and the if-then plan for when something gets in the way. */
export function GoalWords({ goal: ref, writable, other, flash }: GoalWordsProps) {
  const goal = readFragment(GoalWordsFragment, ref);
  const [draft, setDraft] = useState<Draft | null>(null);
  const edit = useWrite(EditGoal);
  const kept = useKeptFocus<HTMLDivElement>();
  const outdated = edit.fact?.__typename === 'Outdated';

  async function send(written: Draft, version: number) {
    setDraft(null);
    const { targetOn, ...words } = written;
    const input = { goalId: goal.id, ...words, targetOn: targetOn || null, version };
    if (!(await edit.send({ input }))) setDraft({ ...written, version });
  }

  function leave() {
    setDraft(null);
    edit.forget();
  }

  const button = (
    <Button variant="subtle" leftSection={<PencilIcon size={18} />} onClick={() => setDraft(draftOf(goal))}>
      Edit
    </Button>
  );
  return (
    <div {...kept}>
      <Section title="What it is about" card {...(writable && !draft && { aside: button })}>
        {draft ? (
          <>
            {outdated && (
              <BothWordings
                mine={draft}
                theirs={draftOf(goal)}
                other={other}
                onKeepMine={() => void send(draft, goal.version)}
                onTakeTheirs={leave}
              />
            )}
            <GoalWordsForm
              initial={draft}
              onSend={(words) => void send(words, outdated ? goal.version : draft.version)}
              onLeave={leave}
            />
            {edit.refusal && !outdated && <Refused>{edit.refusal.message}</Refused>}
          </>
        ) : (
          <div {...flash.of(`${goal.id} words`)}>
            <p className={goal.why ? classes.why : classes.nothing}>
              {goal.why ||
                'Why does it matter? A sentence is enough, and it helps on the days when it is hard.'}
            </p>
            {goal.planIf || goal.planThen ? (
              <dl className={classes.plan}>
                <dt>If</dt>
                <dd>{goal.planIf || '…'}</dd>
                <dt>then</dt>
                <dd>{goal.planThen || '…'}</dd>
              </dl>
            ) : (
              <p className={classes.nothing}>
                No plan yet for what may get in the way. “If my shift runs late, then I write ten minutes
                before breakfast.”
              </p>
            )}
            {goal.targetOn && <p className={classes.by}>By {calendarDay(goal.targetOn)}</p>}
          </div>
        )}
      </Section>
    </div>
  );
}
