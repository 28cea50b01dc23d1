import { Button, Group } from '@mantine/core';
import { Link, useLocation, useParams } from 'react-router';
import { AnswerInvitation } from '../mentorships/invitations/AnswerInvitation.tsx';
import { InvitationLetter } from '../mentorships/invitations/InvitationLetter.tsx';
import { stateForInvited } from '../mentorships/invitations/words.ts';
import { graphql } from '../platform/generated/index.ts';
import { signInPath, useSession } from '../platform/session.tsx';
import { usePage } from '../platform/usePage.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Section } from '../ui/Section.tsx';

const InvitationPageQuery = graphql(`
  query InvitationPage($token: String!) {
    invitation(token: $token) {
      id
      state
      ...InvitationLetter
      mentorship {
        id
      }
    }
  }
`);

/** Where the mailed link leads: readable by whoever holds it, answered by whom it was sent to. */
export function InvitationPage() {
  const { token = '' } = useParams();
  const { data, refresh } = usePage(InvitationPageQuery, { token });
  const { viewer } = useSession();
  if (!data) return null;
  const { invitation } = data;

  if (invitation.state !== 'SENT') {
    const { mentorship } = invitation;
    const door = mentorship ? `/mentorships/${mentorship.id}` : '/';
    return (
      <>
        <PageTitle>An invitation</PageTitle>
        <EmptyState
          title={stateForInvited[invitation.state]}
          action={
            <Button component={Link} to={door}>
              {mentorship ? 'Go to your mentorship' : 'Go to your home page'}
            </Button>
          }
        />
      </>
    );
  }
  return (
    <>
      <PageTitle>You are invited</PageTitle>
      <Section title="The invitation" card>
        <InvitationLetter invitation={invitation} />
        {viewer && <AnswerInvitation invitation={{ token }} onDeclined={refresh} />}
        {viewer === null && <SignInFirst />}
      </Section>
    </>
  );
}

function SignInFirst() {
  const { pathname } = useLocation();
  const signIn = signInPath(pathname);
  return (
    <Group gap="sm">
      <Button component={Link} to={signIn.replace('/sign-in', '/sign-up')}>
        Join to answer
      </Button>
      <Button component={Link} to={signIn} variant="default">
        I have an account
      </Button>
    </Group>
  );
}
