import { Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { TwoZoneTime } from '../../ui/TwoZoneTime.tsx';
import classes from './NextMeeting.module.css';

export const NextMeetingFragment = graphql(`
  fragment NextMeeting on Meeting {
    id
    state
    startsAt
    minutes
    objective
    place
    startedAt
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

/** The next time two people meet, or the door to the room where they do now. */
export function NextMeeting(props: { meeting: FragmentType<typeof NextMeetingFragment> }) {
  const meeting = readFragment(NextMeetingFragment, props.meeting);
  const { other } = meeting.mentorship;
  const isLive = meeting.state !== 'PROPOSED' && meeting.state !== 'SCHEDULED';
  return (
    <article className={classes.meeting} data-live={isLive || undefined}>
      <div className={classes.words}>
        <Text className={classes.who}>
          {isLive ? `You and ${other.name} are meeting now` : `With ${other.name}`}
        </Text>
        {isLive ? (
          meeting.startedAt && (
            <Text className={classes.when}>
              Began <RelativeTime at={meeting.startedAt} />
            </Text>
          )
        ) : (
          <Text className={classes.when} component="div">
            <TwoZoneTime
              at={meeting.startsAt}
              minutes={meeting.minutes}
              otherZone={other.zone}
              otherName={calledName(other.name)}
            />
          </Text>
        )}
        {meeting.objective !== '' && <Text className={classes.objective}>{meeting.objective}</Text>}
      </div>
      <Group gap="sm">
        <Button
          component={Link}
          to={`/meetings/${meeting.id}`}
          variant={isLive ? 'filled' : 'default'}
          aria-label={`${isLive ? 'Enter the room' : 'Prepare'}: ${other.name}`}
        >
          {isLive ? 'Enter the room' : 'Prepare'}
        </Button>
      </Group>
    </article>
  );
}
