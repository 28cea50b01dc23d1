import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { post } from '../api.ts';
import classes from './rows.module.css';

export const PasskeysFragment = graphql(`
  fragment Passkeys on Viewer {
    passkeys {
      id
      name
      createdAt
    }
  }
`);

interface PasskeysProps {
  viewer: FragmentType<typeof PasskeysFragment>;
  refresh: () => void;
}

/** Keys that live in a device: a finger or a face signs in. */
export function Passkeys({ viewer, refresh }: PasskeysProps) {
  const { passkeys } = readFragment(PasskeysFragment, viewer);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function add() {
    setBusy(true);
    setRefusal(null);
    const { auth } = await import('../../platform/auth.ts');
    const answer = await auth.passkey.addPasskey();
    setBusy(false);
    if (answer?.error) {
      setRefusal('That did not work. If you signed in more than a day ago, sign in anew and try again.');
    } else refresh();
  }

  async function remove(id: string) {
    const answer = await post('/api/auth/passkey/delete-passkey', { id });
    if (answer.ok) refresh();
    else setRefusal(answer.message);
  }

  return (
    <Stack>
      <ul className={classes.rows}>
        {passkeys.map(({ id, name, createdAt }) => (
          <li key={id} className={classes.row}>
            <div className={classes.words}>
              <span>{name}</span>
              {createdAt && (
                <Text span className={classes.soft}>
                  Added <RelativeTime at={createdAt} />
                </Text>
              )}
            </div>
            <ConfirmButton
              question="Take this passkey away?"
              confirm="Take it away"
              danger
              onConfirm={() => void remove(id)}
            >
              Take it away
            </ConfirmButton>
          </li>
        ))}
      </ul>
      {refusal && <Refused>{refusal}</Refused>}
      <div>
        <Button variant="default" loading={busy} onClick={() => void add()}>
          Add a passkey of this device
        </Button>
      </div>
    </Stack>
  );
}
