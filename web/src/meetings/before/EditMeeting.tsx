import { Button, Stack } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { toLocalField } from '../../ui/localTime.ts';
import { Refused } from '../../ui/Refused.tsx';
import { AppointmentFields } from './AppointmentFields.tsx';
import { type Appointment, appointmentOf, plannedFrom } from './appointment.ts';

export const EditMeetingFragment = graphql(`
  fragment EditMeeting on Meeting {
    id
    version
    state
    startsAt
    minutes
    zone
    place
    callLink
    objective
    personalTime
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
        zone
      }
    }
  }
`);

const Edit = graphql(`
  mutation EditMeeting($input: EditMeetingInput!) {
    editMeeting(input: $input) {
      __typename
      ... on EditMeetingPayload {
        meeting {
          id
          ...EditMeeting
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ...EditMeeting
        }
      }
    }
  }
`);

interface EditMeetingProps {
  meeting: FragmentType<typeof EditMeetingFragment>;
  onDone: () => void;
}

/** Another time, another place, other words. A new time is a new proposal. */
export function EditMeeting({ meeting: ref, onDone }: EditMeetingProps) {
  const meeting = readFragment(EditMeetingFragment, ref);
  const [seen, setSeen] = useState(meeting);
  const [appointment, setAppointment] = useState(() => appointmentOf(meeting));
  const edit = useWrite(Edit);
  const { other } = meeting.mentorship;
  const isOutdated = meeting.version > seen.version;

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const planned = plannedFrom(appointment);
    if (!planned) return;
    const changed = changesBetween(planned, seen);
    const input = { meetingId: meeting.id, version: seen.version, ...changed };
    if (await edit.send({ input }, { keep: false })) onDone();
  };
  const take = (next: Appointment) => {
    setSeen(meeting);
    setAppointment(next);
    edit.forget();
  };

  return (
    <form onSubmit={send}>
      <Stack gap="md">
        <AppointmentFields value={appointment} onChange={setAppointment} other={other} />
        {isOutdated && (
          <>
            <Refused>{other.name} has changed this meeting while you were writing.</Refused>
            <Button variant="default" onClick={() => take(appointmentOf(meeting))}>
              Show me how it stands now
            </Button>
            <Button variant="default" onClick={() => take(appointment)}>
              Keep what I wrote
            </Button>
          </>
        )}
        {!isOutdated && (
          <Button type="submit" loading={edit.waiting}>
            Save
          </Button>
        )}
        {edit.refusal && !isOutdated && <Refused>{edit.refusal.message}</Refused>}
      </Stack>
    </form>
  );
}

type Planned = NonNullable<ReturnType<typeof plannedFrom>>;

/** What is other than it was: a time left as it is stays as it was agreed. */
function changesBetween(planned: Planned, seen: Planned): Partial<Planned> {
  const isMoved = toLocalField(planned.startsAt) !== toLocalField(seen.startsAt);
  const { startsAt, zone, ...words } = planned;
  const changed = Object.entries(words).filter(([name, value]) => seen[name as keyof Planned] !== value);
  return { ...(isMoved && { startsAt, zone }), ...Object.fromEntries(changed) };
}
