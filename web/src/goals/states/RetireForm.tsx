import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';

interface RetireFormProps {
  title: string;
  /** What was written before it was refused. */
  initial: string;
  onSend: (reason: string) => void;
  onLeave: () => void;
}

/** Letting a goal go takes a few words on why. */
export function RetireForm({ title, initial, onSend, onLeave }: RetireFormProps) {
  const [reason, setReason] = useState(initial);

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    onSend(reason.trim());
  }

  return (
    <form onSubmit={send} onKeyDown={(event) => event.key === 'Escape' && onLeave()}>
      <Stack gap="xs">
        <TextInput
          label={`Why can “${title}” go?`}
          value={reason}
          maxLength={500}
          autoFocus
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group gap="xs">
          <Button type="submit" disabled={reason.trim() === ''}>
            Let it go
          </Button>
          <Button variant="subtle" onClick={onLeave}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
