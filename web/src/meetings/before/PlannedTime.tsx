import { Button } from '@mantine/core';
import { useState } from 'react';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Section } from '../../ui/Section.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { LineForm } from '../room/LineForm.tsx';
import { Appointment } from './Appointment.tsx';
import classes from './before.module.css';
import { EditMeeting } from './EditMeeting.tsx';
import { CancelMeeting, ConfirmMeeting, MissMeeting } from './timeWrites.ts';

export const PlannedTimeFragment = graphql(`
  fragment PlannedTime on Meeting {
    id
    state
    version
    startsAt
    proposedBy {
      id
      name
      isViewer
    }
    mentorship {
      id
      other {
        id
        name
      }
    }
    ...Appointment
    ...EditMeeting
  }
`);

interface PlannedTimeProps {
  meeting: FragmentType<typeof PlannedTimeFragment>;
  flash: Flash;
}

/** When and where; who still has to say yes; another time; or not at all. */
export function PlannedTime({ meeting: ref, flash }: PlannedTimeProps) {
  const meeting = readFragment(PlannedTimeFragment, ref);
  const [doing, setDoing] = useState<'edit' | 'cancel' | null>(null);
  const confirm = useWrite(ConfirmMeeting);
  const cancel = useWrite(CancelMeeting);
  const miss = useWrite(MissMeeting);
  const { id: meetingId, version, mentorship, proposedBy } = meeting;
  const isMineToConfirm = meeting.state === 'PROPOSED' && !proposedBy.isViewer;
  const isPast = new Date(meeting.startsAt).getTime() < Date.now();
  const refusal = confirm.refusal ?? cancel.refusal ?? miss.refusal;
  const leave = () => setDoing(null);

  return (
    <Section title="When and where" card>
      <div {...flash.of(meetingId)}>
        <Appointment meeting={meeting} />
        <p className={classes.quiet}>{agreement(meeting)}</p>
        {doing === 'cancel' ? (
          <LineForm
            name={`cancel-reason/${meetingId}`}
            label={`Why? ${calledName(mentorship.other.name)} will read it.`}
            button="Call it off"
            maxLength={500}
            autoFocus
            onLeave={leave}
            onSend={(reason) => cancel.send({ input: { meetingId, reason } })}
          />
        ) : (
          <div className={classes.actions}>
            {isMineToConfirm && (
              <Button onClick={() => confirm.send({ input: { meetingId, version } })}>
                Yes, this suits me
              </Button>
            )}
            <Button variant="default" onClick={() => setDoing('edit')}>
              {isMineToConfirm ? 'Propose another time' : 'Change it'}
            </Button>
            {isPast && (
              <ConfirmButton
                question="It did not take place?"
                confirm="It did not"
                onConfirm={() => void miss.send({ input: { meetingId } })}
              >
                It did not happen
              </ConfirmButton>
            )}
            <Button variant="subtle" onClick={() => setDoing('cancel')}>
              Call it off
            </Button>
          </div>
        )}
        {refusal && <Refused>{refusal.message}</Refused>}
      </div>
      <Sheet title="Change the meeting" opened={doing === 'edit'} onClose={leave}>
        <EditMeeting meeting={meeting} onDone={leave} />
      </Sheet>
    </Section>
  );
}

interface Agreement {
  state: string;
  proposedBy: { isViewer: boolean };
  mentorship: { other: { name: string } };
}

function agreement({ state, proposedBy, mentorship }: Agreement): string {
  const name = calledName(mentorship.other.name);
  if (state !== 'PROPOSED') return 'You have both said yes.';
  return proposedBy.isViewer
    ? `Proposed by you. ${name} has not said yes yet.`
    : `${name} proposes this time. Does it suit you?`;
}
