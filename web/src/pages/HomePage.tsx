import { Anchor, Button, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { GoalGlance } from '../goals/glance/GoalGlance.tsx';
import { NextMeeting } from '../meetings/home/NextMeeting.tsx';
import { HomePromise } from '../meetings/home/Promise.tsx';
import { AnswerInvitation } from '../mentorships/invitations/AnswerInvitation.tsx';
import { InvitationLetter } from '../mentorships/invitations/InvitationLetter.tsx';
import { InviteForm } from '../mentorships/invitations/InviteForm.tsx';
import { SentInvitation } from '../mentorships/invitations/SentInvitation.tsx';
import { calledName } from '../people/calledName.ts';
import { useViewer } from '../platform/session.tsx';
import { usePage } from '../platform/usePage.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Section } from '../ui/Section.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { FollowMentorship, useFollowViewer } from './home/follow.tsx';
import classes from './home/Home.module.css';
import { HomeQuery } from './home/HomeQuery.ts';

/** As many meetings as one needs to see at once. */
const SOONEST = 4;

/** What needs me now. */
export function HomePage() {
  const { person } = useViewer();
  const { data, fresh, refresh } = usePage(HomeQuery, {});
  const [inviting, setInviting] = useState(false);
  const viewer = data?.viewer;
  useFollowViewer(fresh ? viewer?.seq : undefined, refresh);
  if (!viewer) return <Waiting />;

  const today = new Date().toLocaleDateString('sv-SE');
  const mentorships = viewer.mentorships.edges.map(({ node }) => node);
  const sent = viewer.invitationsSent.edges.map(({ node }) => node);
  const isNew = mentorships.length === 0 && viewer.invitationsReceived.length === 0;
  const invite = (
    <Button variant={isNew ? 'filled' : 'default'} onClick={() => setInviting(true)}>
      Invite somebody
    </Button>
  );

  return (
    <>
      {fresh &&
        mentorships.map(({ id, seq }) => <FollowMentorship key={id} id={id} seq={seq} refresh={refresh} />)}
      <PageTitle {...(!isNew && { actions: invite })}>{`Hello ${calledName(person.name)}`}</PageTitle>

      {viewer.invitationsReceived.map((invitation) => (
        <Section key={invitation.id} title="You are invited" card>
          <InvitationLetter invitation={invitation} />
          <AnswerInvitation invitation={{ invitationId: invitation.id }} onDeclined={refresh} />
        </Section>
      ))}

      {isNew && (
        <EmptyState title="Nobody climbs alone" action={invite}>
          Invite somebody you would like to learn from, or somebody you can help along. A few words and an
          e-mail address are enough.
        </EmptyState>
      )}

      {mentorships.length > 0 && (
        <div className={classes.columns}>
          <div>
            <Section title="Next" card>
              {viewer.nextMeetings.slice(0, SOONEST).map((meeting) => (
                <NextMeeting key={meeting.id} meeting={meeting} />
              ))}
              {viewer.nextMeetings.length > SOONEST && (
                <Text className={classes.nothing}>
                  And {viewer.nextMeetings.length - SOONEST} more, on the pages you share.
                </Text>
              )}
              {viewer.nextMeetings.length === 0 && (
                <Text className={classes.nothing}>No meeting is planned. Whose turn is it to ask?</Text>
              )}
            </Section>
            {viewer.exchangesToSeal.length > 0 && (
              <Section title="Your words are missing" card hint="What you write opens when both have sealed.">
                <ul className={classes.list}>
                  {viewer.exchangesToSeal.map(({ id, meeting }) => (
                    <li key={id}>
                      <Anchor component={Link} to={`/meetings/${meeting.id}`}>
                        Tell {meeting.mentorship.other.name} what helped
                      </Anchor>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <Section title="What you promised" card>
              <ul className={classes.list}>
                {viewer.promises.map((promise) => (
                  <HomePromise key={promise.id} actionItem={promise} today={today} />
                ))}
              </ul>
              {viewer.promises.length === 0 && (
                <Text className={classes.nothing}>Nothing is open. Well kept.</Text>
              )}
            </Section>
          </div>
          <div>
            <Section title="Goals" card>
              <ul className={classes.list}>
                {viewer.activeGoals.map((goal) => (
                  <GoalGlance key={goal.id} goal={goal} />
                ))}
              </ul>
              {viewer.activeGoals.length === 0 && (
                <Text className={classes.nothing}>
                  No goal is active. One or two at a time are enough; choose one on your shared page.
                </Text>
              )}
            </Section>
            <Section title="People" card>
              <ul className={classes.list}>
                {mentorships.map(({ id, mySide, other }) => (
                  <li key={id} className={classes.person}>
                    <Anchor component={Link} to={`/mentorships/${id}`}>
                      {other.name}
                    </Anchor>
                    <span className={classes.role}>
                      {mySide === 'MENTOR' ? 'your mentee' : 'your mentor'}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        </div>
      )}

      {sent.length > 0 && (
        <Section title="Invitations you sent">
          <Stack gap="md">
            {sent.map((invitation) => (
              <SentInvitation key={invitation.id} invitation={invitation} />
            ))}
          </Stack>
        </Section>
      )}

      <Sheet title="Invite somebody" opened={inviting} onClose={() => setInviting(false)}>
        <InviteForm
          onSent={() => {
            setInviting(false);
            refresh();
          }}
        />
      </Sheet>
    </>
  );
}

function Waiting() {
  return (
    <Stack gap="lg" aria-busy="true">
      <Skeleton height={44} width="40%" />
      <Skeleton height={180} />
      <Skeleton height={180} />
    </Stack>
  );
}
