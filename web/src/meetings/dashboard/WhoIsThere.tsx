import { useSubscription } from 'urql';
import { useOnline } from '../../platform/ApiProvider.tsx';
import { graphql } from '../../platform/generated/index.ts';
import classes from './Dashboard.module.css';

const PresenceFromOutside = graphql(`
  subscription PresenceFromOutside($meetingId: ID!) {
    presence(meetingId: $meetingId) {
      meetingId
      people {
        person {
          id
          isViewer
        }
      }
    }
  }
`);

interface WhoIsThereProps {
  meetingId: string;
  /** What the other one is called. */
  other: string;
}

/** Whether the other one waits in the room of a meeting that is live, seen from outside. */
export function WhoIsThere({ meetingId, other }: WhoIsThereProps) {
  const online = useOnline();
  const [{ data }] = useSubscription({
    query: PresenceFromOutside,
    variables: { meetingId },
    pause: !online,
  });
  const here = data?.presence.people.some(({ person }) => !person.isViewer) ?? false;
  return (
    <p className={classes.there} data-here={here}>
      {other} is {here ? 'in the room' : 'not in the room just now'}.
    </p>
  );
}
