import { builder } from '../builder.ts';
import { MentorshipNotActive } from '../mentorships/errors.ts';
import { Outdated, TooMany } from '../platform/facts.ts';
import { addGoal } from './addGoal.ts';
import { editGoal } from './editGoal.ts';
import { GoalNotInState } from './errors.ts';
import { goalWords } from './limits.ts';
import { goalOutput } from './outputs.ts';

builder.relayMutationField(
  'addGoal',
  {
    inputFields: (t) => ({
      mentorshipId: t.id({ required: true }),
      title: t.string({ required: true, validate: goalWords.title, description: '1–160 characters.' }),
      why: t.string({
        validate: goalWords.why,
        description: 'What would be different; at most 2,000 characters.',
      }),
      planIf: t.string({
        validate: goalWords.plan,
        description: 'When this gets in the way …; at most 500 characters.',
      }),
      planThen: t.string({
        validate: goalWords.plan,
        description: '… then this is what the mentee does; at most 500 characters.',
      }),
      targetOn: t.field({
        type: 'Date',
        validate: goalWords.day,
        description: 'In the years 2000–2099.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Writes down a goal, as an idea. Recorded as GoalAdded. MentorshipNotActive when the mentorship is over or ' +
      'paused; TooMany beyond 200 in a mentorship; BAD_USER_INPUT when the title is empty, words are too long or the ' +
      'day is out of range; NOT_FOUND when the mentorship is not yours.',
    errors: { types: [MentorshipNotActive, TooMany] },
    resolve: (_root, { input }, context) => addGoal(context, input),
  },
  { outputFields: goalOutput },
);

builder.relayMutationField(
  'editGoal',
  {
    inputFields: (t) => ({
      goalId: t.id({ required: true }),
      version: t.int({ required: true, description: 'The `Goal.version` you are changing.' }),
      title: t.string({ validate: goalWords.title, description: '1–160 characters.' }),
      why: t.string({ validate: goalWords.why, description: 'At most 2,000 characters.' }),
      planIf: t.string({ validate: goalWords.plan, description: 'At most 500 characters.' }),
      planThen: t.string({ validate: goalWords.plan, description: 'At most 500 characters.' }),
      targetOn: t.field({
        type: 'Date',
        validate: goalWords.day,
        description: 'In the years 2000–2099; null takes the day away.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Changes the words of a goal, or its day; left-out fields stay. Recorded as GoalEdited. Outdated when you name ' +
      'an old version; GoalNotInState when it is achieved or retired; MentorshipNotActive when the mentorship is over ' +
      'or paused; BAD_USER_INPUT as in `addGoal`; NOT_FOUND when the goal is not yours.',
    errors: { types: [GoalNotInState, MentorshipNotActive, Outdated] },
    resolve: (_root, { input }, context) => editGoal(context, input),
  },
  { outputFields: goalOutput },
);
