import { graphql } from '../../platform/generated/index.ts';
import { useFollow } from '../../platform/useFollow.ts';
import { useSoon } from '../../platform/useSoon.ts';
import { announce } from '../../ui/announce.tsx';

const HomeViewerEvents = graphql(`
  subscription HomeViewerEvents($after: Int) {
    viewerEvents(after: $after) {
      __typename
      id
      seq
      opId
      ... on InvitationReceived {
        invitation {
          id
          ...InvitationLetter
        }
      }
      ... on InvitationChanged {
        invitation {
          id
          state
          ...SentInvitation
        }
      }
      ... on MentorshipBegan {
        mentorship {
          id
        }
      }
    }
  }
`);

const HomeMentorshipEvents = graphql(`
  subscription HomeMentorshipEvents($mentorshipId: ID!, $after: Int) {
    mentorshipEvents(mentorshipId: $mentorshipId, after: $after) {
      __typename
      id
      seq
      opId
      actor {
        id
        isViewer
        name
      }
      ... on MeetingStarted {
        meeting {
          id
          ...NextMeeting
        }
      }
      ... on ProgressEstimated {
        goal {
          id
          ...GoalGlance
        }
      }
      ... on ActionItemHandled {
        actionItem {
          id
          ...HomePromise
        }
      }
    }
  }
`);

/** What happens in the room from second to second, and nothing of which shows here. */
const NOT_SHOWN = new Set([
  'NotesEdited',
  'PulseGiven',
  'UsefulnessMarked',
  'TalkTurnStarted',
  'TalkTurnEnded',
]);

/** Reads the page anew when something of the viewer's own has happened. */
export function useFollowViewer(seq: number | undefined, refresh: () => void): void {
  const soon = useSoon(refresh);
  useFollow({
    document: HomeViewerEvents,
    variables: {},
    seq,
    onEvent: ({ __typename }) => {
      if (__typename === 'InvitationReceived') announce('You are invited.');
      soon();
    },
    refresh,
  });
}

interface FollowMentorshipProps {
  id: string;
  seq: number;
  refresh: () => void;
}

/** The home page follows each mentorship: what it lists can change with nearly everything. */
export function FollowMentorship({ id, seq, refresh }: FollowMentorshipProps) {
  const soon = useSoon(refresh);
  useFollow({
    document: HomeMentorshipEvents,
    variables: { mentorshipId: id },
    seq,
    onEvent: ({ __typename, actor }) => {
      if (__typename === 'MeetingStarted' && actor && !actor.isViewer) {
        announce(`${actor.name} has started your meeting.`);
      }
      if (!NOT_SHOWN.has(__typename)) soon();
    },
    refresh,
  });
  return null;
}
