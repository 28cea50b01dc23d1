import { graphql } from '../../platform/generated/index.ts';

export const PromiseRowFragment = graphql(`
  fragment PromiseRow on ActionItem {
    id
    title
    dueOn
    state
    dropReason
    timesCarried
    version
    owner {
      id
      name
      isViewer
    }
  }
`);

export const KeepPromise = graphql(`
  mutation KeepPromiseInRoom($input: CompleteActionItemInput!) {
    completeActionItem(input: $input) {
      __typename
      ... on CompleteActionItemPayload {
        actionItem {
          id
          ...PromiseRow
        }
      }
      ... on Fact {
        message
      }
      ... on ActionItemSettledAlready {
        actionItem {
          id
          ...PromiseRow
        }
      }
    }
  }
`);

export const LetPromiseGo = graphql(`
  mutation LetPromiseGoInRoom($input: DropActionItemInput!) {
    dropActionItem(input: $input) {
      __typename
      ... on DropActionItemPayload {
        actionItem {
          id
          ...PromiseRow
        }
      }
      ... on Fact {
        message
      }
      ... on ActionItemSettledAlready {
        actionItem {
          id
          ...PromiseRow
        }
      }
    }
  }
`);

export const MovePromise = graphql(`
  mutation MovePromiseInRoom($input: EditActionItemInput!) {
    editActionItem(input: $input) {
      __typename
      ... on EditActionItemPayload {
        actionItem {
          id
          ...PromiseRow
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ...PromiseRow
        }
      }
    }
  }
`);

export const MakePromise = graphql(`
  mutation MakePromiseInRoom($input: AddActionItemInput!) {
    addActionItem(input: $input) {
      __typename
      ... on AddActionItemPayload {
        actionItem {
          id
          ...PromiseRow
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
