import { Button, Skeleton } from '@mantine/core';
import { Devices } from '../accounts/settings/Devices.tsx';
import { Passkeys } from '../accounts/settings/Passkeys.tsx';
import { Tokens } from '../accounts/settings/Tokens.tsx';
import { ProfileForm } from '../people/ProfileForm.tsx';
import { graphql } from '../platform/generated/index.ts';
import { useSession } from '../platform/session.tsx';
import { useFollow } from '../platform/useFollow.ts';
import { usePage } from '../platform/usePage.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Section } from '../ui/Section.tsx';
import { ThemeChoice } from '../ui/ThemeChoice.tsx';
import classes from './SettingsPage.module.css';

const SettingsQuery = graphql(`
  query Settings {
    viewer {
      seq
      email
      person {
        id
        ...ProfileForm
      }
      ...Devices
      ...Passkeys
      ...Tokens
    }
  }
`);

const SettingsEvents = graphql(`
  subscription SettingsEvents($after: Int) {
    viewerEvents(after: $after) {
      __typename
      id
      seq
      opId
    }
  }
`);

/** Who you are here, how you get in, and who sees what. */
export function SettingsPage() {
  const { data, fresh, refresh } = usePage(SettingsQuery, {});
  const { signOut } = useSession();
  const viewer = data?.viewer;
  useFollow({
    document: SettingsEvents,
    variables: {},
    seq: fresh ? viewer?.seq : undefined,
    onEvent: ({ __typename }) => {
      if (__typename === 'CredentialsChanged' || __typename === 'ProfileEdited') refresh();
    },
    refresh,
  });
  if (!viewer) return <Skeleton height={480} aria-busy="true" />;

  return (
    <div className={classes.page}>
      <PageTitle
        lead={`Signed in as ${viewer.email}`}
        actions={
          <Button variant="default" onClick={() => void signOut()}>
            Sign out
          </Button>
        }
      >
        Settings
      </PageTitle>
      <Section title="You" card hint="The people you work with read this.">
        <ProfileForm person={viewer.person} />
      </Section>
      <Section title="What others can see" card>
        <ul className={classes.plain}>
          <li>
            Your mentor or mentee sees what you two share: goals, meetings, notes, promises, shared moments.
          </li>
          <li>Your private notes and the moments you keep for yourself are read by you alone, everywhere.</li>
          <li>What you write in an exchange opens only when both have sealed; alone, it stays yours.</li>
          <li>A token of yours sees what you see, and nothing more.</li>
        </ul>
      </Section>
      <Section title="How it looks" card>
        <ThemeChoice />
      </Section>
      <Section title="Passkeys" card hint="Sign in with a finger or a face instead of a mailed code.">
        <Passkeys viewer={viewer} refresh={refresh} />
      </Section>
      <Section title="Devices" card hint="Where you are signed in now.">
        <Devices viewer={viewer} />
      </Section>
      <Section title="Tokens" card hint="For programs of your own that use the API in your name.">
        <Tokens viewer={viewer} refresh={refresh} />
      </Section>
    </div>
  );
}
