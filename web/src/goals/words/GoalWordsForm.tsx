import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';

/** What somebody is writing, and the version they began from. */
export interface Draft {
  version: number;
  title: string;
  why: string;
  planIf: string;
  planThen: string;
  /** `2026-11-22`, or empty. */
  targetOn: string;
}

/** A goal as a form holds it. */
export function draftOf(goal: Omit<Draft, 'targetOn'> & { targetOn?: string | null }): Draft {
  const { version, title, why, planIf, planThen, targetOn } = goal;
  return { version, title, why, planIf, planThen, targetOn: targetOn ?? '' };
}

interface GoalWordsFormProps {
  initial: Draft;
  onSend: (draft: Draft) => void;
  onLeave: () => void;
}

export function GoalWordsForm({ initial, onSend, onLeave }: GoalWordsFormProps) {
  const [draft, setDraft] = useState(initial);
  const field = (name: Exclude<keyof Draft, 'version'>) => ({
    value: draft[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setDraft((now) => ({ ...now, [name]: value })),
  });

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onSend({ ...draft, title: draft.title.trim() });
  }

  return (
    <form onSubmit={send}>
      <Stack gap="sm">
        <TextInput label="Goal" maxLength={160} autoFocus {...field('title')} />
        <Textarea
          label="Why it matters"
          description="What would be different?"
          maxLength={2000}
          {...field('why')}
        />
        <Textarea label="If this gets in the way …" maxLength={500} {...field('planIf')} />
        <Textarea label="… then I do this" maxLength={500} {...field('planThen')} />
        <TextInput label="By when" type="date" {...field('targetOn')} />
        <Group gap="xs">
          <Button type="submit" disabled={draft.title.trim() === ''}>
            Keep these words
          </Button>
          <Button variant="subtle" onClick={onLeave}>
            Leave it as it was
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
