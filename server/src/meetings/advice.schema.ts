import type { AdviceState } from '@belay/prisma/client';
import { builder, NodeInterface } from '../builder.ts';
import { MentorshipNotActive } from '../mentorships/errors.ts';
import { takesPart } from '../mentorships/policy.ts';
import { TooMany } from '../platform/facts.ts';
import { contentWords } from './contentLimits.ts';
import { MeetingNotInState, NotYourPart } from './errors.ts';
import { type EventFields, meetingEvent } from './events.ts';
import { giveAdvice } from './giveAdvice.ts';
import { markAdvice } from './markAdvice.ts';
import { meetingOutput, type Output } from './outputs.ts';

export const AdviceStateEnum = builder.enumType('AdviceState', {
  values: {
    OFFERED: { description: 'The mentee has not said anything about it yet.' },
    CONSIDERING: {},
    TAKEN: {},
    NOT_FOR_ME: {},
  } as const,
});

builder.prismaObject('Advice', {
  description: 'An option to consider; the mentee decides.',
  interfaces: [NodeInterface],
  authScopes: (advice, context) => takesPart(context, advice.meeting.mentorshipId),
  select: { id: true, meeting: { select: { mentorshipId: true } } },
  fields: (t) => ({
    meeting: t.relation('meeting'),
    author: t.prismaField({
      type: 'Person',
      select: { authorId: true },
      resolve: (query, { authorId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: authorId } }),
    }),
    text: t.exposeString('text'),
    state: t.expose('state', { type: AdviceStateEnum }),
    markedAt: t.expose('markedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the mentee last marked it; null while it is OFFERED.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    version: t.exposeInt('version'),
  }),
});

builder.prismaObjectField('Meeting', 'advice', (t) =>
  t.relation('advice', { description: 'Oldest first; at most 100.', query: { orderBy: { id: 'asc' } } }),
);

type AdvicePayload = { advice: { id: string; state: AdviceState } };

const adviceField = (t: EventFields<AdvicePayload>) =>
  t.prismaField({
    type: 'Advice',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.advice.findUniqueOrThrow({ ...query, where: { id: payload.advice.id } }),
  });

meetingEvent<AdvicePayload>('AdviceGiven', 'The mentor recorded advice.', (t) => ({
  advice: adviceField(t),
}));
meetingEvent<AdvicePayload>('AdviceMarked', 'The mentee said what becomes of advice.', (t) => ({
  advice: adviceField(t),
  state: t.field({
    type: AdviceStateEnum,
    description: 'What they said then.',
    resolve: ({ payload }) => payload.advice.state,
  }),
}));

const adviceOutput = (t: Output<{ adviceId: string }>) => ({
  advice: t.prismaField({
    type: 'Advice',
    resolve: (query, { adviceId }, _args, { prisma }) =>
      prisma.advice.findUniqueOrThrow({ ...query, where: { id: adviceId } }),
  }),
});

builder.relayMutationField(
  'giveAdvice',
  {
    inputFields: (t) => ({
      meetingId: t.id({ required: true }),
      text: t.string({ required: true, validate: contentWords.advice, description: '1–1,000 characters.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'The mentor records advice as an option to consider. Recorded as AdviceGiven. NotYourPart for the mentee; ' +
      'MeetingNotInState when the meeting is not live; TooMany beyond 100 in one meeting; BAD_USER_INPUT when words are ' +
      'missing or too long; NOT_FOUND when the meeting is not yours.',
    errors: { types: [MeetingNotInState, NotYourPart, TooMany] },
    resolve: (_root, { input }, context) => giveAdvice(context, input),
  },
  { outputFields: (t) => ({ ...adviceOutput(t), ...meetingOutput(t) }) },
);

builder.relayMutationField(
  'markAdvice',
  {
    inputFields: (t) => ({
      adviceId: t.id({ required: true }),
      state: t.field({
        type: AdviceStateEnum,
        required: true,
        description: 'OFFERED takes an earlier mark back.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'The mentee decides: considering, taken, not for me; during the meeting and at any time after it. Recorded as ' +
      'AdviceMarked; nothing changes when it is marked so already. NotYourPart for the mentor; MentorshipNotActive; ' +
      'NOT_FOUND when the advice is not yours.',
    errors: { types: [MentorshipNotActive, NotYourPart] },
    resolve: (_root, { input }, context) => markAdvice(context, input),
  },
  { outputFields: adviceOutput },
);
