import { Button } from '@mantine/core';
import { graphql } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { PlayIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';

const Start = graphql(`
  mutation StartMeeting($input: StartMeetingInput!) {
    startMeeting(input: $input) {
      __typename
      ... on StartMeetingPayload {
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

const kindly: Record<string, string> = {
  NothingToTalkAbout:
    'What do you want to talk about? Say what the meeting is for, or put one thing on the agenda; then you can start.',
  AnotherMeetingIsLive:
    'You two are in another meeting right now. End that one first; it is on your home page.',
};

/** Opens the room for both. It needs an answer, so it is not kept while the server is away. */
export function StartMeeting({ meetingId }: { meetingId: string }) {
  const start = useWrite(Start);
  const { refusal } = start;
  return (
    <div>
      <Button
        size="md"
        leftSection={<PlayIcon />}
        loading={start.waiting}
        onClick={() => start.send({ input: { meetingId } }, { keep: false })}
      >
        Start the meeting
      </Button>
      {refusal && <Refused>{kindly[refusal.fact ?? ''] ?? refusal.message}</Refused>}
    </div>
  );
}
