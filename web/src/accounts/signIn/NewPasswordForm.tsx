import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Refused } from '../../ui/Refused.tsx';
import { post } from '../api.ts';
import { text, useForm } from './useForm.ts';

interface NewPasswordFormProps {
  onDone: () => void;
  onBack: () => void;
}

/** A new password with the help of a mailed code. */
export function NewPasswordForm({ onDone, onBack }: NewPasswordFormProps) {
  const [email, setEmail] = useState<string | null>(null);
  const ask = useForm(
    (values) => post('/api/auth/email-otp/request-password-reset', { email: text(values, 'email') }),
    (values) => setEmail(text(values, 'email')),
  );
  const reset = useForm(
    (values) =>
      post('/api/auth/email-otp/reset-password', {
        email,
        otp: text(values, 'code').replaceAll(/\D/g, ''),
        password: String(values.get('password')),
      }),
    onDone,
  );
  const form = email === null ? ask : reset;
  return (
    <form onSubmit={form.onSubmit} key={email === null ? 'ask' : 'reset'}>
      <Stack>
        {email === null ? (
          <TextInput name="email" type="email" label="Your e-mail address" autoComplete="username" required />
        ) : (
          <>
            <Text>
              We have mailed six digits to <strong>{email}</strong>. They work for ten minutes.
            </Text>
            <TextInput name="code" label="The six digits" inputMode="numeric" maxLength={12} required />
            <PasswordInput
              name="password"
              label="New password"
              description="At least 10 characters."
              autoComplete="new-password"
              minLength={10}
              maxLength={128}
              required
            />
          </>
        )}
        {form.refusal && <Refused>{form.refusal}</Refused>}
        <Button type="submit" loading={form.busy}>
          {email === null ? 'Mail me a code' : 'Set the new password'}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          Back
        </Button>
      </Stack>
    </form>
  );
}
