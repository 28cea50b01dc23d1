import { builder } from '../builder.ts';
import { MentorshipNotActive } from '../mentorships/errors.ts';
import { Outdated, TooMany } from '../platform/facts.ts';
import { ActionItemSettledAlready } from './actionItem.ts';
import { addActionItem } from './addActionItem.ts';
import { completeActionItem } from './completeActionItem.ts';
import { contentWords, dueDay } from './contentLimits.ts';
import { dropActionItem } from './dropActionItem.ts';
import { editActionItem } from './editActionItem.ts';
import { MeetingNotInState } from './errors.ts';
import { meetingWords } from './limits.ts';
import { meetingOutput, type Output } from './outputs.ts';

const itemOutput = (t: Output<{ actionItemId: string }>) => ({
  actionItem: t.prismaField({
    type: 'ActionItem',
    resolve: (query, { actionItemId }, _args, { prisma }) =>
      prisma.actionItem.findUniqueOrThrow({ ...query, where: { id: actionItemId } }),
  }),
});

builder.relayMutationField(
  'addActionItem',
  {
    inputFields: (t) => ({
      meetingId: t.id({ required: true }),
      ownerId: t.id({ required: true, description: 'Who promises it: the mentor or the mentee.' }),
      title: t.string({ required: true, validate: contentWords.promise, description: '1–300 characters.' }),
      dueOn: t.field({ type: 'Date', validate: dueDay, description: 'In the years 2000–2099.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Writes down a promise, before or during the meeting. Recorded as ActionItemAdded. MeetingNotInState when the ' +
      'meeting is over or cancelled; MentorshipNotActive; TooMany beyond 100; BAD_USER_INPUT when words are missing or ' +
      'too long; NOT_FOUND when the meeting is not yours, or the owner is neither of you.',
    errors: { types: [MeetingNotInState, MentorshipNotActive, TooMany] },
    resolve: (_root, { input }, context) => addActionItem(context, input),
  },
  { outputFields: (t) => ({ ...itemOutput(t), ...meetingOutput(t) }) },
);

builder.relayMutationField(
  'editActionItem',
  {
    inputFields: (t) => ({
      actionItemId: t.id({ required: true }),
      version: t.int({ required: true, description: 'The `ActionItem.version` you are changing.' }),
      title: t.string({ validate: contentWords.promise, description: '1–300 characters.' }),
      ownerId: t.id({ description: 'The mentor or the mentee.' }),
      dueOn: t.field({ type: 'Date', validate: dueDay, description: 'Null takes the date away.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Rewords an open promise, or gives it another date or owner; left-out fields stay. Also after its meeting. ' +
      'Recorded as ActionItemEdited. Outdated when you name an old version; ActionItemSettledAlready when it is not ' +
      'open any more; MentorshipNotActive; BAD_USER_INPUT; NOT_FOUND when the new owner is neither of you.',
    errors: { types: [ActionItemSettledAlready, MentorshipNotActive, Outdated] },
    resolve: (_root, { input }, context) => editActionItem(context, input),
  },
  { outputFields: itemOutput },
);

builder.relayMutationField(
  'completeActionItem',
  {
    inputFields: (t) => ({
      actionItemId: t.id({ required: true }),
      undo: t.boolean({ description: 'True opens a kept promise again; nothing happens to an open one.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Kept: either of the two may say so, also after the meeting. Recorded as ActionItemHandled. ' +
      'ActionItemSettledAlready when it is not open any more; MentorshipNotActive.',
    errors: { types: [ActionItemSettledAlready, MentorshipNotActive] },
    resolve: (_root, { input }, context) => completeActionItem(context, input),
  },
  { outputFields: itemOutput },
);

builder.relayMutationField(
  'dropActionItem',
  {
    inputFields: (t) => ({
      actionItemId: t.id({ required: true }),
      reason: t.string({ required: true, validate: meetingWords.reason, description: '1–500 characters.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Let go, with a reason; also after the meeting. Recorded as ActionItemHandled. ActionItemSettledAlready when it is ' +
      'not open any more; MentorshipNotActive; BAD_USER_INPUT without a reason.',
    errors: { types: [ActionItemSettledAlready, MentorshipNotActive] },
    resolve: (_root, { input }, context) => dropActionItem(context, input),
  },
  { outputFields: itemOutput },
);
