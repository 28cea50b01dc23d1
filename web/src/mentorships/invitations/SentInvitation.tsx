import { Button } from '@mantine/core';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import classes from './SentInvitation.module.css';
import { invitedAs, stateForSender } from './words.ts';

export const SentInvitationFragment = graphql(`
  fragment SentInvitation on Invitation {
    id
    state
    email
    inviteeSide
    expiresAt
  }
`);

const WithdrawInvitation = graphql(`
  mutation WithdrawInvitation($input: WithdrawInvitationInput!) {
    withdrawInvitation(input: $input) {
      __typename
      ... on WithdrawInvitationPayload {
        invitation {
          id
          state
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

/** How an invitation that one sent stands, and the way to take it back. */
export function SentInvitation(props: { invitation: FragmentType<typeof SentInvitationFragment> }) {
  const { id, state, email, inviteeSide, expiresAt } = readFragment(SentInvitationFragment, props.invitation);
  const withdraw = useWrite(WithdrawInvitation);
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <span>
          {email}, as your {invitedAs[inviteeSide]}
        </span>
        <span className={classes.state}>
          {stateForSender[state]}
          {state === 'SENT' && (
            <>
              ; it runs out <RelativeTime at={expiresAt} />
            </>
          )}
        </span>
        {withdraw.refusal && <Refused>{withdraw.refusal.message}</Refused>}
      </div>
      {state === 'SENT' && (
        <Button
          variant="default"
          size="sm"
          onClick={() => void withdraw.send({ input: { invitationId: id } })}
        >
          Take it back
        </Button>
      )}
    </div>
  );
}
