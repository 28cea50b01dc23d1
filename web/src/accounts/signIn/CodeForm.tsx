import { Button, Stack, Text, TextInput } from '@mantine/core';
import { Refused } from '../../ui/Refused.tsx';
import type { Answer } from '../api.ts';
import { text, useForm } from './useForm.ts';

interface CodeFormProps {
  email: string;
  confirm: string;
  /** Sends the code in. */
  onCode: (code: string) => Promise<Answer>;
  onDone: () => void;
  onBack: () => void;
}

/** The code that was mailed. */
export function CodeForm({ email, confirm, onCode, onDone, onBack }: CodeFormProps) {
  const form = useForm((values) => onCode(text(values, 'code').replaceAll(/\D/g, '')), onDone);
  return (
    <form onSubmit={form.onSubmit}>
      <Stack>
        <Text>
          We have mailed six digits to <strong>{email}</strong>. They work for ten minutes.
        </Text>
        <TextInput
          name="code"
          label="The six digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          required
          autoFocus
        />
        {form.refusal && <Refused>{form.refusal}</Refused>}
        <Button type="submit" loading={form.busy}>
          {confirm}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          Use another address, or have a new code mailed
        </Button>
      </Stack>
    </form>
  );
}
