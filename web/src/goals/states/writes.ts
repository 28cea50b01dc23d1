import { graphql } from '../../platform/generated/index.ts';

export const ActivateGoal = graphql(`
  mutation ActivateGoal($input: ActivateGoalInput!) {
    activateGoal(input: $input) {
      __typename
      ... on ActivateGoalPayload {
        goal {
          id
          state
        }
      }
      ... on Fact {
        message
      }
      ... on GoalNotInState {
        goal {
          id
          state
        }
      }
      ... on GoalLimitReached {
        activeGoals {
          id
          title
          state
        }
      }
    }
  }
`);

export const ParkGoal = graphql(`
  mutation ParkGoal($input: ParkGoalInput!) {
    parkGoal(input: $input) {
      __typename
      ... on ParkGoalPayload {
        goal {
          id
          state
        }
      }
      ... on Fact {
        message
      }
      ... on GoalNotInState {
        goal {
          id
          state
        }
      }
    }
  }
`);

export const AchieveGoal = graphql(`
  mutation AchieveGoal($input: AchieveGoalInput!) {
    achieveGoal(input: $input) {
      __typename
      ... on AchieveGoalPayload {
        goal {
          id
          state
          achievedAt
        }
      }
      ... on Fact {
        message
      }
      ... on GoalNotInState {
        goal {
          id
          state
        }
      }
    }
  }
`);

export const RetireGoal = graphql(`
  mutation RetireGoal($input: RetireGoalInput!) {
    retireGoal(input: $input) {
      __typename
      ... on RetireGoalPayload {
        goal {
          id
          state
          retiredReason
        }
      }
      ... on Fact {
        message
      }
      ... on GoalNotInState {
        goal {
          id
          state
        }
      }
    }
  }
`);
