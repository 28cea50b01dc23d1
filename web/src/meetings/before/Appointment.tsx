import { Anchor } from '@mantine/core';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { TwoZoneTime } from '../../ui/TwoZoneTime.tsx';
import classes from './before.module.css';

export const AppointmentFragment = graphql(`
  fragment Appointment on Meeting {
    id
    startsAt
    minutes
    place
    callLink
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

/** When and where, on both clocks. */
export function Appointment(props: { meeting: FragmentType<typeof AppointmentFragment> }) {
  const { startsAt, minutes, place, callLink, mentorship } = readFragment(AppointmentFragment, props.meeting);
  const { zone, name } = mentorship.other;
  return (
    <>
      <p className={classes.when}>
        <TwoZoneTime at={startsAt} minutes={minutes} otherZone={zone} otherName={calledName(name)} />
      </p>
      <p className={classes.where}>
        <RelativeTime at={startsAt} />
        {place && `, ${place}`}
      </p>
      {callLink && (
        <p className={classes.where}>
          <Anchor href={callLink} target="_blank" rel="noreferrer">
            Join the call
          </Anchor>
        </p>
      )}
    </>
  );
}
