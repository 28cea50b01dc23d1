import { graphql } from '../../platform/generated/index.ts';

/** Everything the shared dashboard shows, in one question. */
export const MentorshipQuery = graphql(`
  query MentorshipPage($id: ID!) {
    mentorship(id: $id) {
      id
      seq
      state
      mySide
      startedAt
      other {
        id
        name
        headline
      }
      programme {
        id
        name
      }
      nextMeeting {
        id
        state
        ...NextMeeting
      }
      ...MentorshipState
      ...GoalList
      ...OpenPromises
      ...MeetingsOfYear
      ...FeedbackOverTime
      ...KeptMoments
    }
  }
`);
