import { Button, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { graphql } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import { Slider } from '../../ui/Slider.tsx';
import classes from './EstimateForm.module.css';

const EstimateProgress = graphql(`
  mutation EstimateProgress($input: EstimateProgressInput!) {
    estimateProgress(input: $input) {
      __typename
      ... on EstimateProgressPayload {
        estimate {
          id
          side
          value
          why
          at
        }
        goal {
          id
          divergence
          menteeEstimate {
            id
            value
          }
          mentorEstimate {
            id
            value
          }
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

interface EstimateFormProps {
  goalId: string;
  /** One's own newest estimate; null while there is none. */
  now: number | null;
}

/** One's own estimate, with a word on why. */
export function EstimateForm({ goalId, now }: EstimateFormProps) {
  const [moved, setMoved] = useState<number | null>(null);
  const [why, setWhy] = useState('');
  const estimate = useWrite(EstimateProgress);
  const value = moved ?? now ?? 0;
  const said = moved === null && why.trim() === '';

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setMoved(null);
    setWhy('');
    if (await estimate.send({ input: { goalId, value, why: why.trim() } })) return;
    setMoved(value);
    setWhy(why);
  }

  return (
    <form onSubmit={(event) => void send(event)} className={classes.form}>
      <Slider
        label={now === null ? 'How far has it come, do you think?' : 'Where do you see it today?'}
        value={value}
        min={0}
        max={100}
        say={(per) => `${per} %`}
        onChange={setMoved}
      />
      <div className={classes.why}>
        <TextInput
          label="A word on why"
          value={why}
          maxLength={500}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <Button type="submit" disabled={said}>
          Say so
        </Button>
      </div>
      {estimate.refusal && <Refused>{estimate.refusal.message}</Refused>}
    </form>
  );
}
