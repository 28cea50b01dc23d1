import { builder } from '../builder.ts';
import { MentorshipNotActive } from '../mentorships/errors.ts';
import { achieveGoal } from './achieveGoal.ts';
import { activateGoal } from './activateGoal.ts';
import { GoalLimitReached, GoalNotInState } from './errors.ts';
import { goalWords } from './limits.ts';
import { goalOutput } from './outputs.ts';
import { parkGoal } from './parkGoal.ts';
import { retireGoal } from './retireGoal.ts';

const RECORDED =
  'Recorded as GoalStateChanged. GoalNotInState from any other state; MentorshipNotActive when the mentorship is over ' +
  'or paused; NOT_FOUND when the goal is not yours.';

builder.relayMutationField(
  'activateGoal',
  { inputFields: (t) => ({ goalId: t.id({ required: true }), opId: t.string() }) },
  {
    description:
      'Takes a goal up, from IDEA or PARKED. GoalLimitReached when the mentee has two active goals already, across all ' +
      `mentorships: it names those to park. ${RECORDED}`,
    errors: { types: [GoalLimitReached, GoalNotInState, MentorshipNotActive] },
    resolve: (_root, { input }, context) => activateGoal(context, input),
  },
  { outputFields: goalOutput },
);

builder.relayMutationField(
  'parkGoal',
  { inputFields: (t) => ({ goalId: t.id({ required: true }), opId: t.string() }) },
  {
    description: `Puts a goal aside for now, from ACTIVE; another may be taken up. ${RECORDED}`,
    errors: { types: [GoalNotInState, MentorshipNotActive] },
    resolve: (_root, { input }, context) => parkGoal(context, input),
  },
  { outputFields: goalOutput },
);

builder.relayMutationField(
  'achieveGoal',
  { inputFields: (t) => ({ goalId: t.id({ required: true }), opId: t.string() }) },
  {
    description: `The goal is reached, from ACTIVE. Early is an achievement too. ${RECORDED}`,
    errors: { types: [GoalNotInState, MentorshipNotActive] },
    resolve: (_root, { input }, context) => achieveGoal(context, input),
  },
  { outputFields: goalOutput },
);

builder.relayMutationField(
  'retireGoal',
  {
    inputFields: (t) => ({
      goalId: t.id({ required: true }),
      reason: t.string({ required: true, validate: goalWords.reason, description: '1–500 characters.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Lets a goal go, from IDEA, ACTIVE or PARKED, with a reason. BAD_USER_INPUT when the reason is empty or too ' +
      `long. ${RECORDED}`,
    errors: { types: [GoalNotInState, MentorshipNotActive] },
    resolve: (_root, { input }, context) => retireGoal(context, input),
  },
  { outputFields: goalOutput },
);
