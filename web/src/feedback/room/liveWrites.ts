import { graphql } from '../../platform/generated/index.ts';

export const PulseFragment = graphql(`
  fragment PulseOfRoom on Pulse {
    id
    kind
    at
    author {
      id
      isViewer
    }
  }
`);

export const UsefulnessFragment = graphql(`
  fragment UsefulnessOfRoom on UsefulnessMark {
    id
    value
    at
    author {
      id
      isViewer
    }
  }
`);

export const MomentFragment = graphql(`
  fragment MomentOfRoom on Moment {
    id
    kind
    words
    audience
    at
    version
    author {
      id
      name
      isViewer
    }
  }
`);

export const GivePulse = graphql(`
  mutation GivePulseInRoom($input: GivePulseInput!) {
    givePulse(input: $input) {
      __typename
      ... on GivePulsePayload {
        pulse {
          id
          ...PulseOfRoom
        }
        meeting {
          id
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const MarkUsefulness = graphql(`
  mutation MarkUsefulnessInRoom($input: MarkUsefulnessInput!) {
    markUsefulness(input: $input) {
      __typename
      ... on MarkUsefulnessPayload {
        mark {
          id
          ...UsefulnessOfRoom
        }
        meeting {
          id
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const KeepMoment = graphql(`
  mutation KeepMomentInRoom($input: KeepMomentInput!) {
    keepMoment(input: $input) {
      __typename
      ... on KeepMomentPayload {
        moment {
          id
          ...MomentOfRoom
        }
        meeting {
          id
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const ShareMoment = graphql(`
  mutation ShareMomentInRoom($input: EditMomentInput!) {
    editMoment(input: $input) {
      __typename
      ... on EditMomentPayload {
        moment {
          id
          ...MomentOfRoom
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ...MomentOfRoom
        }
      }
    }
  }
`);
