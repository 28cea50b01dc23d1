import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Refused } from '../../ui/Refused.tsx';
import { post } from '../api.ts';
import { CodeForm } from './CodeForm.tsx';
import { NewPasswordForm } from './NewPasswordForm.tsx';
import { PasskeyButton } from './PasskeyButton.tsx';
import { text, useForm } from './useForm.ts';

type Step = { at: 'start' } | { at: 'code'; email: string } | { at: 'password' } | { at: 'new-password' };

/** A mailed code first, because nobody has to remember it; a passkey or a password for those who have one. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const [step, setStep] = useState<Step>({ at: 'start' });
  const start = () => setStep({ at: 'start' });
  switch (step.at) {
    case 'start':
      return (
        <Stack>
          <EmailForm onSent={(email) => setStep({ at: 'code', email })} />
          <PasskeyButton onDone={onDone} />
          <Button variant="subtle" onClick={() => setStep({ at: 'password' })}>
            Sign in with a password
          </Button>
        </Stack>
      );
    case 'code':
      return (
        <CodeForm
          email={step.email}
          confirm="Sign in"
          onCode={(otp) => post('/api/auth/sign-in/email-otp', { email: step.email, otp })}
          onDone={onDone}
          onBack={start}
        />
      );
    case 'password':
      return (
        <PasswordForm onDone={onDone} onForgotten={() => setStep({ at: 'new-password' })} onBack={start} />
      );
    case 'new-password':
      return <NewPasswordForm onDone={() => setStep({ at: 'password' })} onBack={start} />;
  }
}

function EmailForm({ onSent }: { onSent: (email: string) => void }) {
  const form = useForm(
    (values) =>
      post('/api/auth/email-otp/send-verification-otp', { email: text(values, 'email'), type: 'sign-in' }),
    (values) => onSent(text(values, 'email')),
  );
  return (
    <form onSubmit={form.onSubmit}>
      <Stack>
        <TextInput name="email" type="email" label="Your e-mail address" autoComplete="email" required />
        {form.refusal && <Refused>{form.refusal}</Refused>}
        <Button type="submit" loading={form.busy}>
          Mail me a code
        </Button>
      </Stack>
    </form>
  );
}

interface PasswordFormProps {
  onDone: () => void;
  onForgotten: () => void;
  onBack: () => void;
}

function PasswordForm({ onDone, onForgotten, onBack }: PasswordFormProps) {
  const form = useForm(
    (values) =>
      post('/api/auth/sign-in/email', {
        email: text(values, 'email'),
        password: String(values.get('password')),
      }),
    onDone,
  );
  return (
    <form onSubmit={form.onSubmit}>
      <Stack>
        <TextInput name="email" type="email" label="Your e-mail address" autoComplete="username" required />
        <PasswordInput name="password" label="Password" autoComplete="current-password" required />
        {form.refusal && <Refused>{form.refusal}</Refused>}
        <Button type="submit" loading={form.busy}>
          Sign in
        </Button>
        <Button variant="subtle" onClick={onForgotten}>
          I do not know it any more
        </Button>
        <Button variant="subtle" onClick={onBack}>
          Have a code mailed instead
        </Button>
      </Stack>
    </form>
  );
}
