import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { Sheet } from '../../ui/Sheet.tsx';
import { TwoZoneTime } from '../../ui/TwoZoneTime.tsx';
import type { Flash } from '../../ui/useFlash.ts';
import { MadePromises, type MadePromisesFragment } from './MadePromises.tsx';
import classes from './Part.module.css';

const PlanMeeting = lazy(async () => ({
  default: (await import('../before/PlanMeeting.tsx')).PlanMeeting,
}));

export const WrapUpPartFragment = graphql(`
  fragment WrapUpPart on Meeting {
    id
    ...MadePromises
    mentorship {
      id
      other {
        id
        name
        zone
      }
      meetings(first: 20, states: [PROPOSED, SCHEDULED]) {
        edges {
          node {
            id
            startsAt
            minutes
          }
        }
      }
    }
  }
`);

interface WrapUpPartProps {
  meeting: FragmentType<typeof WrapUpPartFragment> & FragmentType<typeof MadePromisesFragment>;
  flash: Flash;
}

/** Who does what until when, and when the two meet again. */
export function WrapUpPart({ meeting: ref, flash }: WrapUpPartProps) {
  const { mentorship } = readFragment(WrapUpPartFragment, ref);
  const [planning, setPlanning] = useState(false);
  const { other } = mentorship;
  // Newest first: the last of them is the next.
  const next = mentorship.meetings.edges.at(-1)?.node;
  return (
    <div className={classes.part}>
      <MadePromises meeting={ref} flash={flash} />
      <div className={classes.next} {...flash.of('next meeting')}>
        {next ? (
          <>
            <span>
              You meet again{' '}
              <TwoZoneTime
                at={next.startsAt}
                otherZone={other.zone}
                otherName={other.name}
                minutes={next.minutes}
              />
            </span>
            <Button component={Link} to={`/meetings/${next.id}`} variant="default">
              Look at it
            </Button>
          </>
        ) : (
          <>
            <span>When do you meet again?</span>
            <Button variant="default" onClick={() => setPlanning(true)}>
              Plan the next meeting
            </Button>
          </>
        )}
      </div>
      <Sheet title="Plan the next meeting" opened={planning} onClose={() => setPlanning(false)}>
        <Suspense fallback={null}>
          <PlanMeeting mentorshipId={mentorship.id} onPlanned={() => setPlanning(false)} />
        </Suspense>
      </Sheet>
    </div>
  );
}
