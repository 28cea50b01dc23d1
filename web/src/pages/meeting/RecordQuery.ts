import { graphql } from '../../platform/generated/index.ts';

/** Everything the record of a meeting shows. */
export const RecordQuery = graphql(`
  query RecordPage($id: ID!) {
    viewer {
      seq
    }
    meeting(id: $id) {
      id
      state
      objective
      startsAt
      minutes
      startedAt
      endedAt
      endReason
      endedBy {
        id
        name
        isViewer
      }
      mentorship {
        id
        seq
        other {
          id
          name
          zone
        }
      }
      talkShares {
        seconds
      }
      questionCounts {
        count
      }
      moments {
        id
      }
      ...NotHeld
      ...Reopen
      ...Summary
      ...Agreed
      ...Options
      ...AgendaOutcome
      ...MomentsOfRoom
      ...HowItWent
      ...Talk
      ...SharedNotesRead
      ...PrivateNotes
    }
  }
`);

/** What changes it after the meeting. */
export const RecordEvents = graphql(`
  subscription RecordEvents($mentorshipId: ID!, $after: Int) {
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
      ... on MeetingReopened {
        meeting {
          id
          state
        }
      }
      ... on SummaryCorrected {
        meeting {
          id
          ...Summary
        }
      }
      ... on ActionItemEdited {
        meeting {
          id
        }
        actionItem {
          id
          title
          ...PromiseRow
        }
      }
      ... on ActionItemHandled {
        meeting {
          id
        }
        actionItem {
          id
          title
          ...PromiseRow
        }
      }
      ... on AdviceMarked {
        meeting {
          id
        }
        advice {
          id
          ...AdviceRow
        }
      }
      ... on AgendaItemHandled {
        meeting {
          id
        }
        agendaItem {
          id
          state
          dropReason
        }
      }
      ... on MomentKept {
        meeting {
          id
          moments {
            id
          }
          ...MomentsOfRoom
        }
        moment {
          id
        }
      }
      ... on MomentEdited {
        meeting {
          id
          moments {
            id
          }
          ...MomentsOfRoom
        }
        moment {
          id
        }
      }
    }
  }
`);
