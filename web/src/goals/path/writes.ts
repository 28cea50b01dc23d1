import { graphql } from '../../platform/generated/index.ts';

export const StepFragment = graphql(`
  fragment Step on Milestone {
    id
    title
    dueOn
    reachedAt
    version
    goal {
      id
    }
  }
`);

export const AddStep = graphql(`
  mutation AddStep($input: AddMilestoneInput!) {
    addMilestone(input: $input) {
      __typename
      ... on AddMilestonePayload {
        goal {
          id
        }
        milestone {
          id
          ...Step
        }
      }
      ... on Fact {
        message
      }
    }
  }
`);

export const EditStep = graphql(`
  mutation EditStep($input: EditMilestoneInput!) {
    editMilestone(input: $input) {
      __typename
      ... on EditMilestonePayload {
        goal {
          id
        }
        milestone {
          id
          ...Step
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ... on Milestone {
            ...Step
          }
        }
      }
    }
  }
`);

export const RemoveStep = graphql(`
  mutation RemoveStep($input: RemoveMilestoneInput!) {
    removeMilestone(input: $input) {
      __typename
      ... on RemoveMilestonePayload {
        milestoneId
        goal {
          id
        }
      }
      ... on Fact {
        message
      }
      ... on Outdated {
        current {
          id
          ... on Milestone {
            ...Step
          }
        }
      }
    }
  }
`);
