import { Anchor, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { DemoPeople } from '../accounts/signIn/DemoPeople.tsx';
import { SignInForm } from '../accounts/signIn/SignInForm.tsx';
import { SignUpForm } from '../accounts/signIn/SignUpForm.tsx';
import { backPath } from '../platform/session.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Section } from '../ui/Section.tsx';
import classes from './SignInPage.module.css';

/** For those who are here for the first time, and for those who come back. */
export function SignInPage() {
  const { pathname, search } = useLocation();
  const isNew = pathname === '/sign-up';
  // A whole load, so that nothing of an earlier person stays in this browser.
  const enter = () => location.assign(backPath(search));
  return (
    <div className={classes.page}>
      <PageTitle lead="One live place for a mentor and a mentee: your goals, your meetings, and what you tell each other.">
        {isNew ? 'Join Belay' : 'Sign in to Belay'}
      </PageTitle>
      <div className={classes.ways}>
        <div>
          <Section title={isNew ? 'Who are you?' : 'With your e-mail address'} card>
            {isNew ? <SignUpForm onDone={enter} /> : <SignInForm onDone={enter} />}
          </Section>
          <Text mt="md">
            {isNew ? 'You have been here before? ' : 'New here? '}
            <Anchor
              component={Link}
              underline="always"
              to={{ pathname: isNew ? '/sign-in' : '/sign-up', search }}
            >
              {isNew ? 'Sign in' : 'Join'}
            </Anchor>
          </Text>
        </div>
        <DemoPeople onDone={enter} />
      </div>
    </div>
  );
}
