import { Badge, Button, Stack, Text } from '@mantine/core';
import { useApi } from '../../platform/ApiProvider.tsx';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { leaveBy } from '../../platform/session.tsx';
import { useWrite } from '../../platform/useWrite.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import classes from './rows.module.css';

export const DevicesFragment = graphql(`
  fragment Devices on Viewer {
    sessions {
      id
      current
      device
      ipAddress
      createdAt
    }
  }
`);

const RevokeSession = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      __typename
      ... on RevokeSessionPayload {
        viewer {
          ...Devices
        }
      }
    }
  }
`);

const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere($input: SignOutEverywhereInput!) {
    signOutEverywhere(input: $input) {
      __typename
      ... on SignOutEverywherePayload {
        ended
      }
    }
  }
`);

/** Where one is signed in, and the way out of each. */
export function Devices(props: { viewer: FragmentType<typeof DevicesFragment> }) {
  const { sessions } = readFragment(DevicesFragment, props.viewer);
  const revoke = useWrite(RevokeSession);
  const everywhere = useWrite(SignOutEverywhere);
  const api = useApi();
  const refusal = revoke.refusal ?? everywhere.refusal;

  const leave = () =>
    leaveBy(api, async () => (await everywhere.send({ input: {} }, { keep: false })) !== null);

  return (
    <Stack>
      <ul className={classes.rows}>
        {sessions.map(({ id, current, device, ipAddress, createdAt }) => (
          <li key={id} className={classes.row}>
            <div className={classes.words}>
              <span>
                {device} {current && <Badge variant="light">this one</Badge>}
              </span>
              <Text span className={classes.soft}>
                Signed in <RelativeTime at={createdAt} />
                {ipAddress && ` from ${ipAddress}`}
              </Text>
            </div>
            {!current && (
              <Button
                variant="default"
                size="sm"
                aria-label={`Sign out: ${device}`}
                onClick={() => void revoke.send({ input: { sessionId: id } }, { keep: false })}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {refusal && <Refused>{refusal.message}</Refused>}
      <div>
        <ConfirmButton
          question="Sign out on every device, here too?"
          confirm="Sign out everywhere"
          onConfirm={() => void leave()}
        >
          Sign out everywhere
        </ConfirmButton>
      </div>
    </Stack>
  );
}
