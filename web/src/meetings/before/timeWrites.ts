import { graphql } from '../../platform/generated/index.ts';

export const ConfirmMeeting = graphql(`
  mutation ConfirmMeeting($input: ConfirmMeetingInput!) {
    confirmMeeting(input: $input) {
      __typename
      ... on ConfirmMeetingPayload {
        meeting {
          id
          state
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ...EditMeeting
        }
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

export const CancelMeeting = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
      __typename
      ... on CancelMeetingPayload {
        meeting {
          id
          state
          cancelReason
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

export const MissMeeting = graphql(`
  mutation MissMeeting($input: MarkMeetingMissedInput!) {
    markMeetingMissed(input: $input) {
      __typename
      ... on MarkMeetingMissedPayload {
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
