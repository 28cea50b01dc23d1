import { Button, Group, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import classes from './GoalPath.module.css';

export interface StepWords {
  title: string;
  /** `2026-11-22`, or null for no date. */
  dueOn: string | null;
}

interface StepFormProps {
  label: string;
  button: string;
  initial?: StepWords;
  onSend: (words: StepWords) => Promise<unknown>;
  onLeave: () => void;
}

const empty: StepWords = { title: '', dueOn: null };

/** What a step is, and until when. What was refused comes back into its fields. */
export function StepForm({ label, button, initial = empty, onSend, onLeave }: StepFormProps) {
  const [step, setStep] = useState(initial);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setStep(empty);
    if (!(await onSend({ ...step, title: step.title.trim() }))) setStep(step);
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <TextInput
        className={classes.title}
        label={label}
        value={step.title}
        maxLength={160}
        autoFocus
        onChange={({ currentTarget: { value: title } }) => setStep((now) => ({ ...now, title }))}
      />
      <TextInput
        label="Until"
        type="date"
        value={step.dueOn ?? ''}
        onChange={({ currentTarget: { value } }) => setStep((now) => ({ ...now, dueOn: value || null }))}
      />
      <Group gap="xs">
        <Button type="submit" disabled={step.title.trim() === ''}>
          {button}
        </Button>
        <Button variant="subtle" onClick={onLeave}>
          Done
        </Button>
      </Group>
    </form>
  );
}
