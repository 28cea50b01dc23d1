import { Button, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import type { Side } from '../../platform/generated/graphql.ts';
import { graphql } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';

const SendInvitation = graphql(`
  mutation SendInvitation($input: SendInvitationInput!) {
    sendInvitation(input: $input) {
      __typename
      ... on SendInvitationPayload {
        invitation {
          id
          ...SentInvitation
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

/** Asks somebody by e-mail to begin a mentorship; it works for people who have no account yet. */
export function InviteForm({ onSent }: { onSent: () => void }) {
  const [inviteeSide, setInviteeSide] = useState<Side>('MENTOR');
  const [email, setEmail] = useState('');
  const [words, setWords] = useState('');
  const invite = useWrite(SendInvitation);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const done = await invite.send({ input: { email, inviteeSide, words } }, { keep: false });
    if (done) onSent();
  }

  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack>
        <SegmentedControl
          value={inviteeSide}
          onChange={(value) => setInviteeSide(value === 'MENTEE' ? 'MENTEE' : 'MENTOR')}
          data={[
            { value: 'MENTOR', label: 'I look for a mentor' },
            { value: 'MENTEE', label: 'I offer to mentor' },
          ]}
          aria-label="What you would like"
        />
        <TextInput
          label={inviteeSide === 'MENTOR' ? 'E-mail address of your mentor' : 'E-mail address of your mentee'}
          type="email"
          autoComplete="off"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Textarea
          label="A few words"
          description="Who you are, what you hope for, what you ask of them. Short is good."
          autosize
          minRows={4}
          maxLength={1000}
          required
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {invite.refusal && <Refused>{invite.refusal.message}</Refused>}
        <Button type="submit" loading={invite.waiting}>
          Send the invitation
        </Button>
        <Text size="sm" c="var(--belay-ink-soft)">
          It goes out by mail and waits for seven days. You can take it back until it is answered.
        </Text>
      </Stack>
    </form>
  );
}
