import { graphql } from '../../platform/generated/index.ts';

/** An exchange as one side may know it. */
export const ExchangePartsFragment = graphql(`
  fragment ExchangeParts on Exchange {
    id
    state
    closesAt
    revealedAt
    mine {
      helped
      change
      strength
      sealedAt
      version
      ratings {
        principle
        value
      }
    }
    theirs {
      helped
      change
      strength
      ratings {
        principle
        value
      }
    }
  }
`);

export const ExchangePanelQuery = graphql(`
  query ExchangePanel($meetingId: ID!) {
    viewer {
      seq
    }
    meeting(id: $meetingId) {
      id
      exchange {
        id
        ...ExchangeParts
      }
      mentorship {
        id
        seq
        other {
          id
          name
        }
      }
    }
  }
`);

export const ExchangeEvents = graphql(`
  subscription ExchangeEvents($mentorshipId: ID!, $after: Int) {
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
      ... on ExchangeOpened {
        meeting {
          id
          exchange {
            id
            ...ExchangeParts
          }
        }
      }
      ... on ExchangeRevealed {
        exchange {
          id
          ...ExchangeParts
        }
        meeting {
          id
        }
      }
      ... on ExchangeClosed {
        exchange {
          id
          ...ExchangeParts
        }
      }
      ... on MeetingEnded {
        meeting {
          id
          exchange {
            id
            ...ExchangeParts
          }
        }
      }
      ... on MeetingReopened {
        meeting {
          id
          exchange {
            id
            ...ExchangeParts
          }
        }
      }
    }
  }
`);

/** What one does oneself on another device. */
export const OwnExchangeEvents = graphql(`
  subscription OwnExchangeEvents($after: Int) {
    viewerEvents(after: $after) {
      __typename
      id
      seq
      opId
      ... on ExchangeDraftSaved {
        exchange {
          id
          ...ExchangeParts
        }
      }
      ... on ExchangeSealed {
        exchange {
          id
          ...ExchangeParts
        }
      }
    }
  }
`);

export const SaveExchangeDraft = graphql(`
  mutation SaveExchangeDraft($input: SaveExchangeDraftInput!) {
    saveExchangeDraft(input: $input) {
      __typename
      ... on SaveExchangeDraftPayload {
        exchange {
          id
          ...ExchangeParts
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ...ExchangeParts
        }
      }
      ... on AlreadySealed {
        exchange {
          id
          ...ExchangeParts
        }
      }
      ... on ExchangeNotOpen {
        exchange {
          id
          ...ExchangeParts
        }
      }
    }
  }
`);

export const SealExchange = graphql(`
  mutation SealExchange($input: SealExchangeInput!) {
    sealExchange(input: $input) {
      __typename
      ... on SealExchangePayload {
        exchange {
          id
          ...ExchangeParts
        }
      }
      ... on Fact {
        message
      }
      ... on AlreadySealed {
        exchange {
          id
          ...ExchangeParts
        }
      }
      ... on ExchangeNotOpen {
        exchange {
          id
          ...ExchangeParts
        }
      }
    }
  }
`);
