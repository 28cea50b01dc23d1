import { Badge, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import classes from './rows.module.css';

export const TokensFragment = graphql(`
  fragment Tokens on Viewer {
    tokens {
      id
      name
      hint
      expiresAt
      lastUsedAt
      revokedAt
    }
  }
`);

const CreateToken = graphql(`
  mutation CreateToken($input: CreateTokenInput!) {
    createToken(input: $input) {
      __typename
      ... on CreateTokenPayload {
        secret
        token {
          id
          name
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

const RevokeToken = graphql(`
  mutation RevokeToken($input: RevokeTokenInput!) {
    revokeToken(input: $input) {
      __typename
      ... on RevokeTokenPayload {
        token {
          id
          revokedAt
        }
      }
    }
  }
`);

interface TokensProps {
  viewer: FragmentType<typeof TokensFragment>;
  /** Reads the list anew. */
  refresh: () => void;
}

/** Tokens with which programs of one's own use the API. */
export function Tokens({ viewer, refresh }: TokensProps) {
  const { tokens } = readFragment(TokensFragment, viewer);
  const [secret, setSecret] = useState<string | null>(null);
  const revoke = useWrite(RevokeToken);
  return (
    <Stack>
      <ul className={classes.rows}>
        {tokens.map(({ id, name, hint, expiresAt, lastUsedAt, revokedAt }) => (
          <li key={id} className={classes.row}>
            <div className={classes.words}>
              <span>
                {name} {revokedAt && <Badge variant="light">ended</Badge>}
              </span>
              <Text span className={classes.soft}>
                {hint}… · {lastUsedAt ? 'last used ' : 'never used'}
                {lastUsedAt && <RelativeTime at={lastUsedAt} />}
                {!revokedAt && (
                  <>
                    {' '}
                    · runs out <RelativeTime at={expiresAt} />
                  </>
                )}
              </Text>
            </div>
            {!revokedAt && (
              <ConfirmButton
                question={`End ${name}? Programs that use it stop at once.`}
                confirm="End it"
                danger
                onConfirm={() => void revoke.send({ input: { tokenId: id } }, { keep: false })}
              >
                End it
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
      {revoke.refusal && <Refused>{revoke.refusal.message}</Refused>}
      {secret && (
        <div role="status">
          <Text mb="xs">Here it is, this once. Keep it as you would a password.</Text>
          <code className={classes.secret}>{secret}</code>
        </div>
      )}
      <NewToken
        onMade={(made) => {
          setSecret(made);
          refresh();
        }}
      />
    </Stack>
  );
}

function NewToken({ onMade }: { onMade: (secret: string) => void }) {
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const create = useWrite(CreateToken);

  async function make(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const made = await create.send({ input: { name, days: Number(days) } }, { keep: false });
    if (!made) return;
    setName('');
    onMade(made.secret);
  }

  return (
    <form onSubmit={(event) => void make(event)}>
      <Group align="end" gap="sm">
        <TextInput
          label="What is it for?"
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label="Works for"
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          data={[
            { value: '7', label: 'a week' },
            { value: '30', label: '30 days' },
            { value: '90', label: '90 days' },
            { value: '365', label: 'a year' },
          ]}
        />
        <Button type="submit" variant="default" loading={create.waiting}>
          Make a token
        </Button>
      </Group>
      {create.refusal && <Refused>{create.refusal.message}</Refused>}
    </form>
  );
}
