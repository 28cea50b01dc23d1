import { graphql } from '../../platform/generated/index.ts';

/** Everything the home page shows, in one question. */
export const HomeQuery = graphql(`
  query Home {
    viewer {
      seq
      mentorships(first: 20, open: true) {
        edges {
          node {
            id
            seq
            mySide
            other {
              id
              name
            }
          }
        }
      }
      invitationsReceived {
        id
        ...InvitationLetter
      }
      invitationsSent(first: 5) {
        edges {
          node {
            id
            ...SentInvitation
          }
        }
      }
      nextMeetings {
        id
        ...NextMeeting
      }
      promises {
        id
        ...HomePromise
      }
      activeGoals {
        id
        ...GoalGlance
      }
      exchangesToSeal {
        id
        meeting {
          id
          mentorship {
            id
            other {
              id
              name
            }
          }
        }
      }
    }
  }
`);
