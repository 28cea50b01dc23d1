import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { graphql } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';

const AddGoalWrite = graphql(`
  mutation AddGoal($input: AddGoalInput!) {
    addGoal(input: $input) {
      __typename
      ... on AddGoalPayload {
        goal {
          id
          ...GoalItem
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

interface AddGoalProps {
  mentorshipId: string;
  onDone: () => void;
}

const empty = { title: '', why: '' };

/** A goal begins as an idea: a title is enough. */
export function AddGoal({ mentorshipId, onDone }: AddGoalProps) {
  const [draft, setDraft] = useState(empty);
  const add = useWrite(AddGoalWrite);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setDraft(empty);
    const input = { mentorshipId, title: draft.title.trim(), why: draft.why.trim() };
    if (!(await add.send({ input }))) setDraft(draft);
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="sm">
        <TextInput
          label="What would you like to reach?"
          value={draft.title}
          maxLength={160}
          autoFocus
          onChange={({ currentTarget: { value: title } }) => setDraft((now) => ({ ...now, title }))}
        />
        <Textarea
          label="Why does it matter?"
          description="You can leave this for later."
          value={draft.why}
          maxLength={2000}
          onChange={({ currentTarget: { value: why } }) => setDraft((now) => ({ ...now, why }))}
        />
        {add.refusal && <Refused>{add.refusal.message}</Refused>}
        <Group gap="xs">
          <Button type="submit" disabled={draft.title.trim() === ''}>
            Write it down as an idea
          </Button>
          <Button variant="subtle" onClick={onDone}>
            Done
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
