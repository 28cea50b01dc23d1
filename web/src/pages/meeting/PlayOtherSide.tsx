import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { demoPeople } from '../../accounts/api.ts';
import { graphql } from '../../platform/generated/index.ts';
import { useWrite } from '../../platform/useWrite.ts';
import { PlayIcon } from '../../ui/icons.tsx';
import { Refused } from '../../ui/Refused.tsx';

const PlayTheOtherSide = graphql(`
  mutation PlayTheOtherSide($input: PlayOtherSideInput!) {
    playOtherSide(input: $input) {
      __typename
      ... on PlayOtherSidePayload {
        meeting {
          id
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

/** In a demonstration, somebody who is alone lets a small program hold the other half. */
export function PlayOtherSide({ meetingId }: { meetingId: string }) {
  const play = useWrite(PlayTheOtherSide);
  return (
    <div>
      <Button
        variant="light"
        leftSection={<PlayIcon size={18} />}
        loading={play.waiting}
        onClick={() => play.send({ input: { meetingId } }, { keep: false })}
      >
        Play the other side
      </Button>
      {play.refusal && <Refused>{play.refusal.message}</Refused>}
    </div>
  );
}

/** True when this server shows sample people: others have nobody to play. */
export function useDemo(isAsked: boolean): boolean {
  const [isDemo, setDemo] = useState(false);
  useEffect(() => {
    if (!isAsked) return;
    let isHere = true;
    void demoPeople().then((people) => isHere && setDemo(people.length > 0));
    return () => {
      isHere = false;
    };
  }, [isAsked]);
  return isDemo;
}
