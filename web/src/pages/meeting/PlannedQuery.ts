import { graphql } from '../../platform/generated/index.ts';

/** Everything the page before a meeting shows. */
export const PlannedQuery = graphql(`
  query PlannedPage($id: ID!) {
    viewer {
      seq
    }
    meeting(id: $id) {
      id
      state
      objective
      mentorship {
        id
        seq
        other {
          id
          name
        }
      }
      ...PlannedTime
      ...PlannedAgenda
      ...Preparations
      ...PersonalTime
      ...PromisesPart
      ...PrivateNotes
    }
  }
`);

/** What changes it. A list comes whole with what was put on it: its order is the server's. */
export const PlannedEvents = graphql(`
  subscription PlannedEvents($mentorshipId: ID!, $after: Int) {
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
      ... on MeetingEdited {
        meeting {
          id
          objective
          ...PlannedTime
          ...PersonalTime
        }
      }
      ... on MeetingConfirmed {
        meeting {
          id
          state
        }
      }
      ... on MeetingStarted {
        meeting {
          id
          state
        }
      }
      ... on MeetingCancelled {
        meeting {
          id
          state
        }
      }
      ... on MeetingMissed {
        meeting {
          id
          state
        }
      }
      ... on PersonalTimeDropped {
        meeting {
          id
          ...PersonalTime
        }
      }
      ... on PreparationChanged {
        words
        readyAt
        meeting {
          id
          ...Preparations
        }
      }
      ... on AgendaItemAdded {
        meeting {
          id
          ...PlannedAgenda
        }
        agendaItem {
          id
          title
        }
      }
      ... on AgendaItemEdited {
        meeting {
          id
          ...PlannedAgenda
        }
        agendaItem {
          id
          title
        }
      }
      ... on AgendaItemHandled {
        meeting {
          id
          ...PlannedAgenda
        }
        agendaItem {
          id
          title
        }
      }
      ... on ProgressEstimated {
        goal {
          id
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
        actionItem {
          id
          title
          ...PromiseRow
        }
      }
    }
  }
`);
