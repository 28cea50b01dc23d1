import { Anchor, Skeleton, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { PersonalTime } from '../../meetings/before/PersonalTime.tsx';
import { PlannedAgenda } from '../../meetings/before/PlannedAgenda.tsx';
import { PlannedTime } from '../../meetings/before/PlannedTime.tsx';
import { Preparations } from '../../meetings/before/Preparations.tsx';
import { StartMeeting } from '../../meetings/before/StartMeeting.tsx';
import { PrivateNotes } from '../../meetings/room/PrivateNotes.tsx';
import { PromisesPart } from '../../meetings/room/PromisesPart.tsx';
import { calledName } from '../../people/calledName.ts';
import { usePage } from '../../platform/usePage.ts';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import { useFlash } from '../../ui/useFlash.ts';
import classes from './meeting.module.css';
import { PlannedQuery } from './PlannedQuery.ts';
import { useFollowOwn } from './useFollowOwn.ts';
import { useFollowPlanned } from './useFollowPlanned.ts';

/** Before a meeting: both prepare it, each sees what the other does. */
export function PlannedPage({ id }: { id: string }) {
  const { data, fresh, refresh } = usePage(PlannedQuery, { id });
  const flash = useFlash();
  useFollowPlanned({ meetingId: id, mentorship: data?.meeting.mentorship, fresh, refresh, flash });
  useFollowOwn(fresh ? data?.viewer?.seq : undefined, refresh);
  if (!data) return <Waiting />;
  const { meeting } = data;
  const { id: mentorshipId, other } = meeting.mentorship;

  return (
    <>
      <PageTitle
        over={
          <Anchor component={Link} to={`/mentorships/${mentorshipId}`}>
            You and {other.name}
          </Anchor>
        }
        actions={<StartMeeting meetingId={id} />}
      >
        {meeting.objective || `Meeting with ${calledName(other.name)}`}
      </PageTitle>
      <div className={classes.prepare}>
        <PlannedTime meeting={meeting} flash={flash} />
        <div className={classes.main}>
          <PlannedAgenda meeting={meeting} flash={flash} />
          <Preparations meeting={meeting} flash={flash} />
        </div>
        <div>
          <Section title="Open promises" card>
            <PromisesPart meeting={meeting} flash={flash} />
          </Section>
          <PersonalTime meeting={meeting} flash={flash} />
          <PrivateNotes meeting={meeting} />
        </div>
      </div>
    </>
  );
}

function Waiting() {
  return (
    <Stack gap="lg" aria-busy="true">
      <Skeleton height={76} width="60%" />
      <div className={classes.columns}>
        <Skeleton height={360} radius={16} />
        <Skeleton height={360} radius={16} />
      </div>
    </Stack>
  );
}
