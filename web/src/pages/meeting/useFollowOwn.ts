import { graphql } from '../../platform/generated/index.ts';
import { useFollow } from '../../platform/useFollow.ts';

const OwnRoomEvents = graphql(`
  subscription OwnRoomEvents($after: Int) {
    viewerEvents(after: $after) {
      __typename
      id
      seq
      opId
      ... on PrivateMomentKept {
        meeting {
          id
        }
        moment {
          id
          ...MomentOfRoom
        }
      }
      ... on PrivateMomentEdited {
        moment {
          id
          ...MomentOfRoom
        }
      }
      ... on PrivateNoteSaved {
        meeting {
          id
          ...PrivateNotes
        }
      }
    }
  }
`);

/** What somebody keeps for themselves in another window shows in this one, too. */
export function useFollowOwn(seq: number | undefined, refresh: () => void): void {
  useFollow({ document: OwnRoomEvents, variables: {}, seq, refresh });
}
