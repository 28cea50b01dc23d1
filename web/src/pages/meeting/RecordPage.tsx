import { Anchor, Skeleton, Stack } from '@mantine/core';
import { Link } from 'react-router';
import { HowItWent } from '../../feedback/after/HowItWent.tsx';
import { ExchangePanel } from '../../feedback/ExchangePanel.tsx';
import { Moments } from '../../feedback/room/Moments.tsx';
import { AgendaOutcome } from '../../meetings/after/AgendaOutcome.tsx';
import { Agreed } from '../../meetings/after/Agreed.tsx';
import { NotHeld } from '../../meetings/after/NotHeld.tsx';
import { Options } from '../../meetings/after/Options.tsx';
import { Reopen } from '../../meetings/after/Reopen.tsx';
import { SharedNotesRead } from '../../meetings/after/SharedNotesRead.tsx';
import { Summary } from '../../meetings/after/Summary.tsx';
import { PrivateNotes } from '../../meetings/room/PrivateNotes.tsx';
import { TalkShare } from '../../meetings/room/TalkShare.tsx';
import { calledName } from '../../people/calledName.ts';
import { usePage } from '../../platform/usePage.ts';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Section } from '../../ui/Section.tsx';
import { TwoZoneTime } from '../../ui/TwoZoneTime.tsx';
import { useFlash } from '../../ui/useFlash.ts';
import { heldInWords } from './heldInWords.ts';
import classes from './meeting.module.css';
import { RecordQuery } from './RecordQuery.ts';
import { useFollowOwn } from './useFollowOwn.ts';
import { useFollowRecord } from './useFollowRecord.ts';

/** After a meeting: what was agreed, by whom, until when, and what the two told each other. */
export function RecordPage({ id }: { id: string }) {
  const { data, fresh, refresh } = usePage(RecordQuery, { id });
  const flash = useFlash();
  useFollowRecord({ meetingId: id, mentorship: data?.meeting.mentorship, fresh, refresh, flash });
  useFollowOwn(fresh ? data?.viewer?.seq : undefined, refresh);
  if (!data) return <Waiting />;
  const { meeting } = data;
  const { id: mentorshipId, other } = meeting.mentorship;
  const name = calledName(other.name);
  const isHeld = meeting.state === 'ENDED';

  return (
    <>
      <PageTitle
        over={
          <Anchor component={Link} to={`/mentorships/${mentorshipId}`}>
            You and {other.name}
          </Anchor>
        }
        lead={
          <>
            <TwoZoneTime at={meeting.startedAt ?? meeting.startsAt} otherZone={other.zone} otherName={name} />
            {isHeld && <div>{heldInWords(meeting)}</div>}
          </>
        }
        {...(isHeld && { actions: <Reopen meeting={meeting} /> })}
      >
        {meeting.objective || `Meeting with ${name}`}
      </PageTitle>
      {!isHeld && <NotHeld meeting={meeting} />}
      {isHeld && (
        <div className={classes.columns}>
          <div>
            <Agreed meeting={meeting} flash={flash} />
            <Options meeting={meeting} flash={flash} />
            <Section title="What you tell each other" card>
              <ExchangePanel meetingId={id} />
            </Section>
            <Summary meeting={meeting} flash={flash} />
          </div>
          <div>
            {meeting.moments.length > 0 && (
              <Section title="Moments" card>
                <Moments meeting={meeting} flash={flash} />
              </Section>
            )}
            <AgendaOutcome meeting={meeting} />
            <HowItWent meeting={meeting} />
            {wasCounted(meeting) && (
              <Section title="Who talked" card>
                <TalkShare meeting={meeting} />
              </Section>
            )}
            <SharedNotesRead meeting={meeting} />
            <PrivateNotes meeting={meeting} />
          </div>
        </div>
      )}
    </>
  );
}

interface Counted {
  talkShares: { seconds: number }[];
  questionCounts: { count: number }[];
}

/** Somebody tapped while they talked, or counted a question. */
const wasCounted = ({ talkShares, questionCounts }: Counted) =>
  talkShares.some(({ seconds }) => seconds > 0) || questionCounts.some(({ count }) => count > 0);

function Waiting() {
  return (
    <Stack gap="lg" aria-busy="true">
      <Skeleton height={110} width="60%" />
      <div className={classes.columns}>
        <Skeleton height={360} radius={16} />
        <Skeleton height={360} radius={16} />
      </div>
    </Stack>
  );
}
