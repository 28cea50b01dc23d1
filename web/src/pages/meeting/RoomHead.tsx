import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { type Presence, useOtherHere } from '../../meetings/room/presence.ts';
import { useWide } from '../../meetings/room/useWide.ts';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { PlayOtherSide, useDemo } from './PlayOtherSide.tsx';
import classes from './RoomPage.module.css';

export const RoomHeadFragment = graphql(`
  fragment RoomHead on Meeting {
    id
    objective
    callLink
    mentorship {
      id
      other {
        id
        name
      }
    }
  }
`);

interface RoomHeadProps {
  meeting: FragmentType<typeof RoomHeadFragment>;
  presence: Presence;
  onKeys: () => void;
}

/** What the two are working towards today. */
export function RoomHead({ meeting: ref, presence, onKeys }: RoomHeadProps) {
  const { id, objective, callLink, mentorship } = readFragment(RoomHeadFragment, ref);
  const here = useOtherHere(presence);
  const wide = useWide();
  const isDemo = useDemo(here === undefined);
  const name = calledName(mentorship.other.name);
  const actions = [
    isDemo && here === undefined && <PlayOtherSide key="play" meetingId={id} />,
    callLink && (
      <Button key="call" component="a" href={callLink} target="_blank" rel="noreferrer" variant="default">
        Open the call
      </Button>
    ),
    wide && (
      <Button key="keys" variant="subtle" onClick={onKeys}>
        Keys
      </Button>
    ),
  ].filter(Boolean);
  return (
    <div className={classes.head}>
      <PageTitle
        over={
          <>
            <span className={classes.live}>Live</span> with{' '}
            <Link to={`/mentorships/${mentorship.id}`}>{mentorship.other.name}</Link>
          </>
        }
        {...(actions.length > 0 && { actions })}
      >
        {objective || `Meeting with ${name}`}
      </PageTitle>
    </div>
  );
}
