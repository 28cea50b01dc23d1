import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { type FragmentType, graphql, readFragment } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { Refused } from '../../ui/Refused.tsx';
import { clockTime } from '../../ui/time.ts';
import { learnServerTime, serverNow, useEvery } from '../room/clock.ts';
import classes from './after.module.css';

export const ReopenFragment = graphql(`
  fragment Reopen on Meeting {
    id
    serverTime
    reopenableUntil
  }
`);

const ReopenMeeting = graphql(`
  mutation ReopenMeeting($input: ReopenMeetingInput!) {
    reopenMeeting(input: $input) {
      __typename
      ... on ReopenMeetingPayload {
        meeting {
          id
          state
        }
      }
      ... on Fact {
        message
      }
      ... on MeetingNotInState {
        meeting {
          id
          state
        }
      }
    }
  }
`);

/** Something was forgotten: for a quarter of an hour the room opens again. */
export function Reopen({ meeting: ref }: { meeting: FragmentType<typeof ReopenFragment> }) {
  const { id: meetingId, serverTime, reopenableUntil } = readFragment(ReopenFragment, ref);
  const reopen = useWrite(ReopenMeeting);
  useEffect(() => learnServerTime(serverTime), [serverTime]);
  useEvery(5000, reopenableUntil !== null);
  // The answer's own time too: what it teaches the clock is known only after the first sight.
  const now = Math.max(serverNow(), Date.parse(serverTime));
  const isOpen = reopenableUntil && now < Date.parse(reopenableUntil);
  if (!isOpen && !reopen.refusal) return null;
  return (
    <div className={classes.reopen}>
      {isOpen && (
        <>
          <Button
            variant="default"
            loading={reopen.waiting}
            onClick={() => reopen.send({ input: { meetingId } }, { keep: false })}
          >
            Go on with this meeting
          </Button>
          <span className={classes.aside}>Until {clockTime(reopenableUntil)}</span>
        </>
      )}
      {reopen.refusal && <Refused>{reopen.refusal.message}</Refused>}
    </div>
  );
}
