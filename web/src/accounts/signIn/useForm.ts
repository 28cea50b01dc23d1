import { type SubmitEvent, useState } from 'react';
import type { Answer } from '../api.ts';

/** A form that asks the server once at a time, and keeps why it was not taken. */
export function useForm(submit: (values: FormData) => Promise<Answer>, then: (values: FormData) => void) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const values = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    const answer = await submit(values);
    setBusy(false);
    if (answer.ok) then(values);
    else setRefusal(answer.message);
  }

  return { busy, refusal, onSubmit };
}

export const text = (values: FormData, name: string) => String(values.get(name) ?? '').trim();
