import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { calledName } from '../../people/calledName.ts';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { PlanMeeting } from '../before/PlanMeeting.tsx';

export const NotHeldFragment = graphql(`
  fragment NotHeld on Meeting {
    id
    state
    cancelReason
    mentorship {
      id
      state
      other {
        id
        name
      }
    }
  }
`);

/** A meeting that did not take place, and the next step. */
export function NotHeld(props: { meeting: FragmentType<typeof NotHeldFragment> }) {
  const { state, cancelReason, mentorship } = readFragment(NotHeldFragment, props.meeting);
  const [planning, setPlanning] = useState(false);
  const go = useNavigate();
  const isCancelled = state === 'CANCELLED';
  return (
    <>
      <EmptyState
        title={isCancelled ? 'This meeting was called off' : 'This meeting did not take place'}
        {...(mentorship.state === 'ACTIVE' && {
          action: <Button onClick={() => setPlanning(true)}>Find another time</Button>,
        })}
      >
        {isCancelled && cancelReason && <p>“{cancelReason}”</p>}
        <p>
          What was on its agenda is not lost: it comes along to the next meeting with{' '}
          {calledName(mentorship.other.name)}.
        </p>
      </EmptyState>
      <Sheet title="Plan a meeting" opened={planning} onClose={() => setPlanning(false)}>
        <PlanMeeting mentorshipId={mentorship.id} onPlanned={(id) => go(`/meetings/${id}`)} />
      </Sheet>
    </>
  );
}
