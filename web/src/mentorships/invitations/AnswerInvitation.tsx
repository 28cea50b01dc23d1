import { Button, Group } from '@mantine/core';
import { useNavigate } from 'react-router';
import { graphql } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Refused } from '../../ui/Refused.tsx';

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on AcceptInvitationPayload {
        mentorship {
          id
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

const DeclineInvitation = graphql(`
  mutation DeclineInvitation($input: DeclineInvitationInput!) {
    declineInvitation(input: $input) {
      __typename
      ... on DeclineInvitationPayload {
        invitation {
          id
          state
          answeredAt
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

/** By the secret of the mailed link, or by its id for somebody who is signed in with that address. */
type Which = { token: string } | { invitationId: string };

interface AnswerInvitationProps {
  invitation: Which;
  /** It was declined. */
  onDeclined?: () => void;
}

/** Yes begins the mentorship; no is one kind tap and nobody has to say why. */
export function AnswerInvitation({ invitation, onDeclined }: AnswerInvitationProps) {
  const accept = useWrite(AcceptInvitation);
  const decline = useWrite(DeclineInvitation);
  const navigate = useNavigate();
  const refusal = accept.refusal ?? decline.refusal;

  async function begin() {
    const done = await accept.send({ input: invitation }, { keep: false });
    if (done) navigate(`/mentorships/${done.mentorship.id}`);
  }

  async function refuse() {
    if (await decline.send({ input: invitation })) onDeclined?.();
  }

  return (
    <>
      <Group gap="sm">
        <Button loading={accept.waiting} onClick={() => void begin()}>
          Yes, let us begin
        </Button>
        <ConfirmButton
          question="Decline it kindly? You need not say why."
          confirm="Decline"
          onConfirm={() => void refuse()}
        >
          Not this time
        </ConfirmButton>
      </Group>
      {refusal && <Refused>{refusal.message}</Refused>}
    </>
  );
}
