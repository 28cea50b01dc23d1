import { Button } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Link } from 'react-router';
import { calledName } from '../../people/calledName.ts';
import type { Side } from '../../platform/generated/graphql.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Field } from '../../ui/Field.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Slider } from '../../ui/Slider.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import classes from './GoalRow.module.css';
import { useKeptText } from './keptText.ts';
import part from './Part.module.css';

export const GoalRowFragment = graphql(`
  fragment GoalRow on Goal {
    id
    title
    divergence
    mentorEstimate {
      id
      value
      why
      at
    }
    menteeEstimate {
      id
      value
      why
      at
    }
  }
`);

const Estimate = graphql(`
  mutation EstimateInRoom($input: EstimateProgressInput!) {
    estimateProgress(input: $input) {
      __typename
      ... on EstimateProgressPayload {
        goal {
          id
          ...GoalRow
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

interface GoalRowProps {
  goal: FragmentType<typeof GoalRowFragment>;
  mySide: Side;
  other: string;
  flash: Flash;
}

/** One goal: both estimates on one line, and one's own to move. */
export function GoalRow({ goal: ref, mySide, other, flash }: GoalRowProps) {
  const goal = readFragment(GoalRowFragment, ref);
  const [mine, theirs] =
    mySide === 'MENTOR'
      ? [goal.mentorEstimate, goal.menteeEstimate]
      : [goal.menteeEstimate, goal.mentorEstimate];
  const name = calledName(other);

  return (
    <li className={part.item} {...flash.of(goal.id)}>
      <h3 className={part.title}>
        <Link className={classes.link} to={`/goals/${goal.id}`}>
          {goal.title}
        </Link>
      </h3>
      <dl className={classes.both}>
        <div className={classes.side} data-tone="mine">
          <dt>You</dt>
          <dd>
            <strong>{mine ? `${mine.value} %` : '–'}</strong>
            <span>{mine?.why}</span>
          </dd>
        </div>
        <div className={classes.side} data-tone="theirs">
          <dt>{name}</dt>
          <dd>
            <strong>{theirs ? `${theirs.value} %` : '–'}</strong>
            <span>{theirs?.why}</span>
          </dd>
        </div>
      </dl>
      <div className={classes.track} aria-hidden="true">
        {theirs && <span className={classes.spot} data-tone="theirs" style={{ left: `${theirs.value}%` }} />}
        {mine && <span className={classes.spot} data-tone="mine" style={{ left: `${mine.value}%` }} />}
      </div>
      <p className={classes.apart}>
        {(goal.divergence ?? 0) >= 20 &&
          `You see this ${goal.divergence} points apart. What does each of you see?`}
      </p>
      <OwnEstimate goalId={goal.id} now={mine?.value ?? 0} />
    </li>
  );
}

function OwnEstimate({ goalId, now }: { goalId: string; now: number }) {
  const [moved, setMoved] = useState<number | null>(null);
  const value = moved ?? now;
  const [why, setWhy] = useKeptText(`why/${goalId}`);
  const estimate = useWrite(Estimate);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    setWhy('');
    setMoved(null);
    const said = await estimate.send({ input: { goalId, value, why: why.trim() } });
    if (said) return;
    setWhy(why);
    setMoved(value);
  };

  return (
    <form onSubmit={send}>
      <Slider
        label="How far do you think?"
        value={value}
        min={0}
        max={100}
        step={5}
        say={(per) => `${per} %`}
        onChange={setMoved}
      />
      <div className={classes.say}>
        <Field
          label="A word on why"
          hideLabel
          placeholder="A word on why"
          value={why}
          maxLength={500}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button type="submit" variant="light" disabled={value === now && why.trim() === ''}>
          Say so
        </Button>
      </div>
      {estimate.refusal && <Refused>{estimate.refusal.message}</Refused>}
    </form>
  );
}
