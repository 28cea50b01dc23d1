import { Button } from '@mantine/core';
import { useState } from 'react';
import { Refused } from '../../ui/Refused.tsx';

/** Signs in with a passkey, where the browser knows them. Their library is fetched when it is asked for. */
export function PasskeyButton({ onDone }: { onDone: () => void }) {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState(false);
  if (!('PublicKeyCredential' in globalThis)) return null;

  async function signIn() {
    setBusy(true);
    setRefused(false);
    const { auth } = await import('../../platform/auth.ts');
    const { error } = await auth.signIn.passkey();
    setBusy(false);
    if (error) setRefused(true);
    else onDone();
  }

  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void signIn()}>
        Use a passkey
      </Button>
      {refused && <Refused>That did not work. You can have a code mailed instead.</Refused>}
    </>
  );
}
