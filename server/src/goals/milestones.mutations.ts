import { builder } from '../builder.ts';
import { MentorshipNotActive } from '../mentorships/errors.ts';
import { Outdated, TooMany } from '../platform/facts.ts';
import { addMilestone } from './addMilestone.ts';
import { editMilestone } from './editMilestone.ts';
import { GoalNotInState } from './errors.ts';
import { goalWords, place } from './limits.ts';
import { goalOutput, milestoneOutput } from './outputs.ts';
import { removeMilestone } from './removeMilestone.ts';

const NOT_NOW =
  'GoalNotInState when the goal is achieved or retired; MentorshipNotActive when the mentorship is over or paused;';

builder.relayMutationField(
  'addMilestone',
  {
    inputFields: (t) => ({
      goalId: t.id({ required: true }),
      title: t.string({ required: true, validate: goalWords.title, description: '1–160 characters.' }),
      dueOn: t.field({ type: 'Date', validate: goalWords.day, description: 'In the years 2000–2099.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      `Adds a step at the end of the path. Recorded as MilestoneAdded. ${NOT_NOW} TooMany beyond 30; BAD_USER_INPUT ` +
      'when the title is empty or too long, or the day out of range; NOT_FOUND when the goal is not yours.',
    errors: { types: [GoalNotInState, MentorshipNotActive, TooMany] },
    resolve: (_root, { input }, context) => addMilestone(context, input),
  },
  { outputFields: (t) => ({ ...goalOutput(t), ...milestoneOutput(t) }) },
);

builder.relayMutationField(
  'editMilestone',
  {
    inputFields: (t) => ({
      milestoneId: t.id({ required: true }),
      version: t.int({ required: true, description: 'The `Milestone.version` you are changing.' }),
      title: t.string({ validate: goalWords.title, description: '1–160 characters.' }),
      dueOn: t.field({
        type: 'Date',
        validate: goalWords.day,
        description: 'In the years 2000–2099; null takes the day away.',
      }),
      position: t.int({
        validate: place,
        description: 'Its place on the path, 0–29; beyond the last is the last. Those between move by one.',
      }),
      reached: t.boolean({ description: 'Whether it is reached; what was reached before keeps its moment.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Rewords a step, moves it, or marks it reached or not; left-out fields stay. Recorded as MilestoneEdited. ' +
      `Outdated when you name an old version; ${NOT_NOW} BAD_USER_INPUT when the title is empty or too long, the day ` +
      'or the place out of range; NOT_FOUND when it is not yours, or was removed.',
    errors: { types: [GoalNotInState, MentorshipNotActive, Outdated] },
    resolve: (_root, { input }, context) => editMilestone(context, input),
  },
  { outputFields: (t) => ({ ...goalOutput(t), ...milestoneOutput(t) }) },
);

builder.relayMutationField(
  'removeMilestone',
  {
    inputFields: (t) => ({
      milestoneId: t.id({ required: true }),
      version: t.int({ required: true, description: 'The `Milestone.version` you saw.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Takes a step off the path; those after it move up. Recorded as MilestoneRemoved. Outdated when you name an old ' +
      `version; ${NOT_NOW} NOT_FOUND when it is not yours, or was removed.`,
    errors: { types: [GoalNotInState, MentorshipNotActive, Outdated] },
    resolve: (_root, { input }, context) => removeMilestone(context, input),
  },
  { outputFields: (t) => ({ milestoneId: t.exposeID('milestoneId'), ...goalOutput(t) }) },
);
