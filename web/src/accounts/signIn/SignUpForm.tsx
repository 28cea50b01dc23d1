import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Refused } from '../../ui/Refused.tsx';
import { readerZone } from '../../ui/time.ts';
import { post } from '../api.ts';
import { CodeForm } from './CodeForm.tsx';
import { text, useForm } from './useForm.ts';

/** A name and an address; a password only for those who want one. */
export function SignUpForm({ onDone }: { onDone: () => void }) {
  const [email, setEmail] = useState<string | null>(null);
  const form = useForm(
    (values) => {
      const password = String(values.get('password') ?? '');
      return post('/api/auth/sign-up/email', {
        name: text(values, 'name'),
        email: text(values, 'email'),
        zone: readerZone(),
        ...(password !== '' && { password }),
      });
    },
    (values) => setEmail(text(values, 'email')),
  );
  if (email !== null) {
    return (
      <CodeForm
        email={email}
        confirm="Join"
        onCode={(otp) => post('/api/auth/email-otp/verify-email', { email, otp })}
        onDone={onDone}
        onBack={() => setEmail(null)}
      />
    );
  }
  return (
    <form onSubmit={form.onSubmit}>
      <Stack>
        <TextInput name="name" label="Your name" autoComplete="name" maxLength={80} required />
        <TextInput name="email" type="email" label="Your e-mail address" autoComplete="email" required />
        <PasswordInput
          name="password"
          label="Password, if you like one"
          description="At least 10 characters. Without one we mail you a code each time."
          autoComplete="new-password"
          minLength={10}
          maxLength={128}
        />
        {form.refusal && <Refused>{form.refusal}</Refused>}
        <Button type="submit" loading={form.busy}>
          Go on
        </Button>
      </Stack>
    </form>
  );
}
