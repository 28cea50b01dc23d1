import { graphql } from '../../platform/generated/index.ts';

export const PlannedItemFragment = graphql(`
  fragment PlannedItem on AgendaItem {
    id
    title
    detail
    position
    state
    version
    author {
      id
      name
      isViewer
    }
    goal {
      id
      title
    }
    carriedFrom {
      id
    }
    meeting {
      id
    }
  }
`);

export const EditItem = graphql(`
  mutation EditPlannedItem($input: EditAgendaItemInput!) {
    editAgendaItem(input: $input) {
      __typename
      ... on EditAgendaItemPayload {
        agendaItem {
          id
          ...PlannedItem
          meeting {
            id
            agenda {
              id
              position
            }
          }
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ...PlannedItem
        }
      }
      ... on AgendaItemSettled {
        agendaItem {
          id
          state
        }
      }
    }
  }
`);

export const DropItem = graphql(`
  mutation DropPlannedItem($input: DropAgendaItemInput!) {
    dropAgendaItem(input: $input) {
      __typename
      ... on DropAgendaItemPayload {
        agendaItem {
          id
          state
        }
      }
      ... on Fact {
        message
      }
      ... on AgendaItemSettled {
        agendaItem {
          id
          state
        }
      }
    }
  }
`);
