import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { FeedbackOverTime } from '../feedback/dashboard/FeedbackOverTime.tsx';
import { KeptMoments } from '../feedback/dashboard/KeptMoments.tsx';
import { GoalList } from '../goals/list/GoalList.tsx';
import { PlanMeeting } from '../meetings/before/PlanMeeting.tsx';
import { MeetingsOfYear } from '../meetings/dashboard/MeetingsOfYear.tsx';
import { OpenPromises } from '../meetings/dashboard/OpenPromises.tsx';
import { WhoIsThere } from '../meetings/dashboard/WhoIsThere.tsx';
import { NextMeeting } from '../meetings/home/NextMeeting.tsx';
import { MentorshipState } from '../mentorships/dashboard/MentorshipState.tsx';
import { calledName } from '../people/calledName.ts';
import { usePage } from '../platform/usePage.ts';
import { CalendarIcon } from '../ui/icons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Section } from '../ui/Section.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import { longDay } from '../ui/time.ts';
import classes from './mentorship/Mentorship.module.css';
import { MentorshipQuery } from './mentorship/MentorshipQuery.ts';
import { useFollowMentorship } from './mentorship/useFollowMentorship.ts';

/** The shared page of two people: what matters now first, how it went after that. */
export function MentorshipPage() {
  const { id = '' } = useParams();
  const { data, fresh, refresh } = usePage(MentorshipQuery, { id });
  const [planning, setPlanning] = useState(false);
  const navigate = useNavigate();
  const mentorship = data?.mentorship;
  const flash = useFollowMentorship({
    mentorshipId: id,
    seq: fresh ? mentorship?.seq : undefined,
    refresh,
  });
  if (!mentorship) return <Waiting />;

  const { state, mySide, startedAt, other, programme, nextMeeting } = mentorship;
  const writable = state === 'ACTIVE';
  const plan = (
    <Button leftSection={<CalendarIcon size={18} />} onClick={() => setPlanning(true)}>
      Plan a meeting
    </Button>
  );
  return (
    <div className={classes.column}>
      <PageTitle
        over={mySide === 'MENTOR' ? 'You and your mentee' : 'You and your mentor'}
        lead={other.headline || undefined}
        {...(writable && nextMeeting && { actions: plan })}
      >
        {other.name}
      </PageTitle>
      <MentorshipState mentorship={mentorship} />
      <div {...flash.of('next')}>
        {nextMeeting && (
          <Section title={isNow(nextMeeting.state) ? 'Now' : 'Next meeting'} card>
            <NextMeeting meeting={nextMeeting} />
            {isNow(nextMeeting.state) && (
              <WhoIsThere meetingId={nextMeeting.id} other={calledName(other.name)} />
            )}
          </Section>
        )}
        {!nextMeeting && writable && (
          <Section title="Next meeting" card>
            <Text className={classes.soft}>
              No meeting is planned. Propose a time, and {calledName(other.name)} can say yes to it.
            </Text>
            {plan}
          </Section>
        )}
      </div>
      <GoalList mentorship={mentorship} flash={flash} />
      <OpenPromises mentorship={mentorship} writable={writable} flash={flash} />
      <MeetingsOfYear mentorship={mentorship} />
      <FeedbackOverTime mentorship={mentorship} />
      <KeptMoments mentorship={mentorship} flash={flash} />
      <Text className={classes.since}>
        Together since {longDay(startedAt)}, in “{programme.name}”.
      </Text>
      <Sheet title="Plan a meeting" opened={planning} onClose={() => setPlanning(false)}>
        <PlanMeeting mentorshipId={id} onPlanned={(meetingId) => navigate(`/meetings/${meetingId}`)} />
      </Sheet>
    </div>
  );
}

const isNow = (state: string): boolean => state !== 'PROPOSED' && state !== 'SCHEDULED';

function Waiting() {
  return (
    <Stack gap="lg" aria-busy="true" className={classes.column}>
      <Skeleton height={72} width="55%" />
      <Skeleton height={190} />
      <Skeleton height={420} />
      <Skeleton height={160} />
    </Stack>
  );
}
