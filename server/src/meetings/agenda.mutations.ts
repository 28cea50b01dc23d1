import { builder } from '../builder.ts';
import { MentorshipNotActive } from '../mentorships/errors.ts';
import { Outdated, TooMany } from '../platform/facts.ts';
import { addAgendaItem } from './addAgendaItem.ts';
import { AgendaItemSettled } from './agendaItem.ts';
import { carryAgendaItem } from './carryAgendaItem.ts';
import { agendaPosition, contentWords } from './contentLimits.ts';
import { discussAgendaItem } from './discussAgendaItem.ts';
import { dropAgendaItem } from './dropAgendaItem.ts';
import { editAgendaItem } from './editAgendaItem.ts';
import { MeetingNotInState } from './errors.ts';
import { meetingWords } from './limits.ts';
import { meetingOutput, type Output } from './outputs.ts';

const itemOutput = (t: Output<{ agendaItemId: string }>) => ({
  agendaItem: t.prismaField({
    type: 'AgendaItem',
    resolve: (query, { agendaItemId }, _args, { prisma }) =>
      prisma.agendaItem.findUniqueOrThrow({ ...query, where: { id: agendaItemId } }),
  }),
});

builder.relayMutationField(
  'addAgendaItem',
  {
    inputFields: (t) => ({
      meetingId: t.id({ required: true }),
      title: t.string({
        required: true,
        validate: meetingWords.agendaTitle,
        description: '1–160 characters.',
      }),
      detail: t.string({ validate: contentWords.agendaDetail, description: 'At most 2,000 characters.' }),
      goalId: t.id({ description: 'A goal of the same mentorship that it is about.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Puts something at the end of the agenda, before or during the meeting. Recorded as AgendaItemAdded. ' +
      'MeetingNotInState when it is over or cancelled; MentorshipNotActive; TooMany beyond 50 items; BAD_USER_INPUT ' +
      'when words are missing or too long; NOT_FOUND when the meeting or the goal is not yours.',
    errors: { types: [MeetingNotInState, MentorshipNotActive, TooMany] },
    resolve: (_root, { input }, context) => addAgendaItem(context, input),
  },
  { outputFields: (t) => ({ ...itemOutput(t), ...meetingOutput(t) }) },
);

builder.relayMutationField(
  'editAgendaItem',
  {
    inputFields: (t) => ({
      agendaItemId: t.id({ required: true }),
      version: t.int({ required: true, description: 'The `AgendaItem.version` you are changing.' }),
      title: t.string({ validate: meetingWords.agendaTitle, description: '1–160 characters.' }),
      detail: t.string({ validate: contentWords.agendaDetail, description: 'At most 2,000 characters.' }),
      position: t.int({
        validate: agendaPosition,
        description: 'Its place among all the items, from 0; beyond the last is the last.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Rewords an open agenda item or moves it; left-out fields stay. Recorded as AgendaItemEdited. Outdated when you ' +
      'name an old version; AgendaItemSettled when it is not open any more; MeetingNotInState when the meeting is over ' +
      'or cancelled; MentorshipNotActive; BAD_USER_INPUT when words are missing or too long.',
    errors: { types: [AgendaItemSettled, MeetingNotInState, MentorshipNotActive, Outdated] },
    resolve: (_root, { input }, context) => editAgendaItem(context, input),
  },
  { outputFields: itemOutput },
);

builder.relayMutationField(
  'discussAgendaItem',
  {
    inputFields: (t) => ({
      agendaItemId: t.id({ required: true }),
      undo: t.boolean({ description: 'True opens a discussed item again; nothing happens to an open one.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'It has been talked about. Recorded as AgendaItemHandled. AgendaItemSettled when it is not open any more; ' +
      'MeetingNotInState unless the meeting is live; MentorshipNotActive.',
    errors: { types: [AgendaItemSettled, MeetingNotInState, MentorshipNotActive] },
    resolve: (_root, { input }, context) => discussAgendaItem(context, input),
  },
  { outputFields: itemOutput },
);

builder.relayMutationField(
  'dropAgendaItem',
  {
    inputFields: (t) => ({
      agendaItemId: t.id({ required: true }),
      reason: t.string({ required: true, validate: meetingWords.reason, description: '1–500 characters.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'It is no longer needed, with a reason. Recorded as AgendaItemHandled. AgendaItemSettled when it is not open any ' +
      'more; MeetingNotInState when the meeting is over or cancelled; MentorshipNotActive; BAD_USER_INPUT without a reason.',
    errors: { types: [AgendaItemSettled, MeetingNotInState, MentorshipNotActive] },
    resolve: (_root, { input }, context) => dropAgendaItem(context, input),
  },
  { outputFields: itemOutput },
);

builder.relayMutationField(
  'carryAgendaItem',
  { inputFields: (t) => ({ agendaItemId: t.id({ required: true }), opId: t.string() }) },
  {
    description:
      'Leaves it for the next meeting, on whose agenda it appears now or as soon as one is planned. Recorded as ' +
      'AgendaItemHandled and AgendaItemAdded. AgendaItemSettled when it is not open any more; MeetingNotInState when the meeting is over or ' +
      'cancelled; MentorshipNotActive.',
    errors: { types: [AgendaItemSettled, MeetingNotInState, MentorshipNotActive] },
    resolve: (_root, { input }, context) => carryAgendaItem(context, input),
  },
  { outputFields: itemOutput },
);
