import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { GoalState } from '../../platform/generated/graphql.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import classes from './GoalMoves.module.css';
import { ParkFirst } from './ParkFirst.tsx';
import { RetireForm } from './RetireForm.tsx';
import { AchieveGoal, ActivateGoal, ParkGoal, RetireGoal } from './writes.ts';

interface GoalMovesProps {
  goalId: string;
  title: string;
  state: GoalState;
}

/** What can be done with a goal as it stands: take it up, park it, reach it, let it go. */
export function GoalMoves({ goalId, title, state }: GoalMovesProps) {
  const [reason, setReason] = useState<string | null>(null);
  const activate = useWrite(ActivateGoal);
  const park = useWrite(ParkGoal);
  const achieve = useWrite(AchieveGoal);
  const retire = useWrite(RetireGoal);
  const kept = useKeptFocus<HTMLDivElement>();
  const refusal = activate.refusal ?? park.refusal ?? achieve.refusal ?? retire.refusal;
  const full = activate.fact?.__typename === 'GoalLimitReached' ? activate.fact.activeGoals : [];
  const input = { goalId };

  async function letGo(words: string) {
    setReason(null);
    if (!(await retire.send({ input: { goalId, reason: words } }))) setReason(words);
  }

  async function makeRoom(parked: string) {
    if (await park.send({ input: { goalId: parked } })) await activate.send({ input });
  }

  return (
    <div className={classes.moves} {...kept}>
      {reason === null && (
        <Group gap="xs">
          {(state === 'IDEA' || state === 'PARKED') && (
            <Button
              variant={state === 'IDEA' ? 'light' : 'default'}
              aria-label={`${state === 'IDEA' ? 'Begin' : 'Take up again'}: ${title}`}
              onClick={() => void activate.send({ input })}
            >
              {state === 'IDEA' ? 'Begin' : 'Take up again'}
            </Button>
          )}
          {state === 'ACTIVE' && (
            <>
              <ConfirmButton
                question="Is it reached? Early is an achievement too."
                confirm="Yes, reached"
                onConfirm={() => void achieve.send({ input })}
              >
                Reached
              </ConfirmButton>
              <Button
                variant="default"
                aria-label={`Park: ${title}`}
                onClick={() => void park.send({ input })}
              >
                Park
              </Button>
            </>
          )}
          {(state === 'IDEA' || state === 'ACTIVE' || state === 'PARKED') && (
            <Button variant="subtle" aria-label={`Let go: ${title}`} onClick={() => setReason('')}>
              Let go
            </Button>
          )}
        </Group>
      )}
      {reason !== null && (
        <RetireForm
          title={title}
          initial={reason}
          onSend={(words) => void letGo(words)}
          onLeave={() => setReason(null)}
        />
      )}
      {refusal && <Refused>{refusal.message}</Refused>}
      {full.length > 0 && <ParkFirst goals={full} onPark={(id) => void makeRoom(id)} />}
    </div>
  );
}
