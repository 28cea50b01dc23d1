import { graphql } from '../../platform/generated/index.ts';

/** Everything the page of a goal shows, in one question. */
export const GoalQuery = graphql(`
  query GoalPage($id: ID!) {
    goal(id: $id) {
      id
      title
      state
      retiredReason
      achievedAt
      mentorship {
        id
        seq
        state
        mySide
        other {
          id
          name
        }
      }
      menteeEstimate {
        id
        value
      }
      mentorEstimate {
        id
        value
      }
      ...GoalWords
      ...GoalPath
      ...EstimateChart
      ...EstimateWords
      ...SeenApart
      ...TalkedAbout
    }
  }
`);

/** Everything that can change there, with what it shows of it. */
export const GoalEvents = graphql(`
  subscription GoalPageEvents($mentorshipId: ID!, $after: Int) {
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
      ... on GoalEdited {
        goal {
          id
          title
          ...GoalWords
        }
      }
      ... on GoalStateChanged {
        to
        goal {
          id
          state
          retiredReason
          achievedAt
        }
      }
      ... on MilestoneAdded {
        milestone {
          id
          title
        }
        goal {
          id
          ...GoalPath
        }
      }
      ... on MilestoneEdited {
        milestone {
          id
          title
          reachedAt
        }
        goal {
          id
          ...GoalPath
        }
      }
      ... on MilestoneRemoved {
        goal {
          id
          ...GoalPath
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
      ... on AgendaItemAdded {
        agendaItem {
          id
          goal {
            id
            ...TalkedAbout
          }
        }
      }
      ... on AgendaItemEdited {
        agendaItem {
          id
          title
          detail
        }
      }
      ... on AgendaItemHandled {
        agendaItem {
          id
          state
          goal {
            id
            ...TalkedAbout
          }
        }
      }
    }
  }
`);
