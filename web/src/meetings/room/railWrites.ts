import { graphql } from '../../platform/generated/index.ts';

export const EnterSegment = graphql(`
  mutation EnterSegment($input: EnterSegmentInput!) {
    enterSegment(input: $input) {
      __typename
      ... on EnterSegmentPayload {
        meeting {
          id
          ...Rail
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const ExtendSegment = graphql(`
  mutation ExtendSegment($input: ExtendSegmentInput!) {
    extendSegment(input: $input) {
      __typename
      ... on ExtendSegmentPayload {
        meeting {
          id
          ...Rail
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const AskToMoveOn = graphql(`
  mutation AskToMoveOn($input: AskToMoveOnInput!) {
    askToMoveOn(input: $input) {
      __typename
      ... on AskToMoveOnPayload {
        meeting {
          id
          moveOnAskedBy {
            id
          }
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const HandOverLead = graphql(`
  mutation HandOverLead($input: HandOverLeadInput!) {
    handOverLead(input: $input) {
      __typename
      ... on HandOverLeadPayload {
        meeting {
          id
          leader {
            id
          }
          moveOnAskedBy {
            id
          }
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const InterruptMeeting = graphql(`
  mutation InterruptMeeting($input: InterruptMeetingInput!) {
    interruptMeeting(input: $input) {
      __typename
      ... on InterruptMeetingPayload {
        meeting {
          id
          ...Rail
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const ResumeMeeting = graphql(`
  mutation ResumeMeeting($input: ResumeMeetingInput!) {
    resumeMeeting(input: $input) {
      __typename
      ... on ResumeMeetingPayload {
        meeting {
          id
          ...Rail
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const EndMeeting = graphql(`
  mutation EndMeeting($input: EndMeetingInput!) {
    endMeeting(input: $input) {
      __typename
      ... on EndMeetingPayload {
        meeting {
          id
          state
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const UndoStart = graphql(`
  mutation UndoStart($input: UndoStartInput!) {
    undoStart(input: $input) {
      __typename
      ... on UndoStartPayload {
        meeting {
          id
          state
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);
