import { graphql } from '../../platform/generated/index.ts';

export const TalkFragment = graphql(`
  fragment Talk on Meeting {
    id
    talking {
      id
      startedAt
      person {
        id
        name
        isViewer
      }
    }
    talkShares {
      seconds
      person {
        id
        name
        isViewer
      }
    }
    questionCounts {
      count
      person {
        id
        name
        isViewer
      }
    }
  }
`);

export const StartTalking = graphql(`
  mutation StartTalkingInRoom($input: StartTalkingInput!) {
    startTalking(input: $input) {
      __typename
      ... on StartTalkingPayload {
        meeting {
          id
          ...Talk
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const StopTalking = graphql(`
  mutation StopTalkingInRoom($input: StopTalkingInput!) {
    stopTalking(input: $input) {
      __typename
      ... on StopTalkingPayload {
        meeting {
          id
          ...Talk
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const CountQuestion = graphql(`
  mutation CountQuestionInRoom($input: CountQuestionInput!) {
    countQuestion(input: $input) {
      __typename
      ... on CountQuestionPayload {
        meeting {
          id
          ...Talk
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);
