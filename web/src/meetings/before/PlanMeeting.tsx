import { Button, Stack, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { graphql } from '../../platform/generated/index.ts';
import { useData } from '../../platform/usePage.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import { AppointmentFields } from './AppointmentFields.tsx';
import { newAppointment, plannedFrom } from './appointment.ts';

const PlanMeetingQuery = graphql(`
  query PlanMeetingWith($mentorshipId: ID!) {
    mentorship(id: $mentorshipId) {
      id
      other {
        id
        name
        zone
      }
    }
  }
`);

const Plan = graphql(`
  mutation PlanMeeting($input: PlanMeetingInput!) {
    planMeeting(input: $input) {
      __typename
      ... on PlanMeetingPayload {
        meeting {
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

interface PlanMeetingProps {
  mentorshipId: string;
  onPlanned: (meetingId: string) => void;
}

/** Proposes a meeting, for the other one to confirm. */
export function PlanMeeting({ mentorshipId, onPlanned }: PlanMeetingProps) {
  const { data } = useData(PlanMeetingQuery, { mentorshipId });
  const [appointment, setAppointment] = useState(newAppointment);
  const [agenda, setAgenda] = useState('');
  const plan = useWrite(Plan);

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const planned = plannedFrom(appointment);
    if (!planned) return;
    const input = { mentorshipId, ...planned, agenda: linesOf(agenda) };
    const answer = await plan.send({ input }, { keep: false });
    if (answer) onPlanned(answer.meeting.id);
  };

  return (
    <form onSubmit={send}>
      <Stack gap="md">
        <AppointmentFields value={appointment} onChange={setAppointment} other={data?.mentorship.other} />
        <Textarea
          label="What you want to talk about"
          description="One a line. You can both add to it until you meet."
          autosize
          minRows={2}
          value={agenda}
          onChange={(event) => setAgenda(event.currentTarget.value)}
        />
        <Button type="submit" loading={plan.waiting}>
          Propose this time
        </Button>
        {plan.refusal && <Refused>{plan.refusal.message}</Refused>}
      </Stack>
    </form>
  );
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
