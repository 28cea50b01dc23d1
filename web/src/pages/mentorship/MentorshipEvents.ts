import { graphql } from '../../platform/generated/index.ts';

/** Everything that can change on the shared dashboard, with what it shows of it. */
export const MentorshipEvents = graphql(`
  subscription MentorshipPageEvents($mentorshipId: ID!, $after: Int) {
    mentorshipEvents(mentorshipId: $mentorshipId, after: $after) {
      __typename
      id
      seq
      at
      opId
      actor {
        id
        isViewer
        name
      }
      ... on GoalAdded {
        goal {
          id
          title
          mentorship {
            id
          }
          ...GoalItem
        }
      }
      ... on GoalEdited {
        goal {
          id
          title
          ...GoalItem
        }
      }
      ... on GoalStateChanged {
        to
        goal {
          id
          title
          ...GoalItem
        }
      }
      ... on MilestoneAdded {
        goal {
          id
          title
          ...GoalItem
        }
      }
      ... on MilestoneEdited {
        goal {
          id
          title
          ...GoalItem
        }
      }
      ... on MilestoneRemoved {
        goal {
          id
          title
          ...GoalItem
        }
      }
      ... on ProgressEstimated {
        value
        estimate {
          id
          side
          value
          why
          at
        }
        goal {
          id
          title
          divergence
          menteeEstimate {
            id
            value
          }
          mentorEstimate {
            id
            value
          }
        }
      }
      ... on ActionItemAdded {
        actionItem {
          id
          title
        }
      }
      ... on ActionItemEdited {
        actionItem {
          id
          title
          ...PromiseRow
        }
      }
      ... on ActionItemHandled {
        state
        actionItem {
          id
          title
          ...PromiseRow
        }
      }
      ... on MomentKept {
        moment {
          id
        }
      }
      ... on MomentEdited {
        moment {
          id
          words
        }
      }
      ... on MeetingPlanned {
        meeting {
          id
          startsAt
        }
      }
      ... on MeetingEdited {
        meeting {
          id
          ...NextMeeting
        }
      }
      ... on MeetingConfirmed {
        meeting {
          id
          ...NextMeeting
        }
      }
      ... on MeetingStarted {
        meeting {
          id
          ...NextMeeting
        }
      }
    }
  }
`);
