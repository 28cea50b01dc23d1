import { graphql } from '../../platform/generated/index.ts';

/** From the form and from what is suggested. */
export const AddToAgenda = graphql(`
  mutation AddToPlannedAgenda($input: AddAgendaItemInput!) {
    addAgendaItem(input: $input) {
      __typename
      ... on AddAgendaItemPayload {
        agendaItem {
          id
          ...PlannedItem
        }
        meeting {
          id
          ...PlannedAgenda
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);
