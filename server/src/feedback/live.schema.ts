import { builder, NodeInterface } from '../builder.ts';
import { MeetingNotInState } from '../meetings/errors.ts';
import { meetingOutput } from '../meetings/outputs.ts';
import { takesPart } from '../mentorships/policy.ts';
import { TooMany } from '../platform/facts.ts';
import { givePulse } from './givePulse.ts';
import { feedbackWords } from './limits.ts';
import { markUsefulness } from './markUsefulness.ts';

/** The most rows of one list; older ones are counted no more while talking. */
const NEWEST = 200;

export const PulseKindEnum = builder.enumType('PulseKind', {
  values: ['HELPFUL', 'TELL_ME_MORE', 'TOO_FAST', 'LOST_ME', 'ENCOURAGED', 'LETS_MOVE_ON'] as const,
});

builder.prismaObject('Pulse', {
  interfaces: [NodeInterface],
  authScopes: ({ meeting }, context) => takesPart(context, meeting.mentorshipId),
  select: { id: true, meeting: { select: { mentorshipId: true } } },
  fields: (t) => ({
    author: t.prismaField({
      type: 'Person',
      select: { authorId: true },
      resolve: (query, { authorId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: authorId } }),
    }),
    kind: t.expose('kind', { type: PulseKindEnum }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

builder.prismaObject('UsefulnessMark', {
  interfaces: [NodeInterface],
  authScopes: ({ meeting }, context) => takesPart(context, meeting.mentorshipId),
  select: { id: true, meeting: { select: { mentorshipId: true } } },
  fields: (t) => ({
    author: t.prismaField({
      type: 'Person',
      select: { authorId: true },
      resolve: (query, { authorId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: authorId } }),
    }),
    value: t.exposeInt('value', { description: '1–5; it holds until its author moves it.' }),
    at: t.expose('at', { type: 'DateTime' }),
  }),
});

builder.prismaObjectFields('Meeting', (t) => ({
  pulses: t.relation('pulses', {
    description: 'Newest first; the newest 200.',
    query: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: NEWEST },
  }),
  usefulness: t.relation('usefulness', {
    description: 'Newest first; the newest 200.',
    query: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: NEWEST },
  }),
}));

builder.relayMutationField(
  'givePulse',
  {
    inputFields: (t) => ({
      meetingId: t.id({ required: true }),
      kind: t.field({ type: PulseKindEnum, required: true }),
      opId: t.string(),
    }),
  },
  {
    description:
      'One tap while talking, seen by both at once. MeetingNotInState unless the meeting is going on; TooMany beyond ' +
      '1,000 of yours in a meeting; NOT_FOUND when it is not yours.',
    errors: { types: [MeetingNotInState, TooMany] },
    resolve: (_root, { input }, context) => givePulse(context, input),
  },
  {
    outputFields: (t) => ({
      pulse: t.prismaField({
        type: 'Pulse',
        resolve: (query, { pulseId }, _args, { prisma }) =>
          prisma.pulse.findUniqueOrThrow({ ...query, where: { id: pulseId } }),
      }),
      ...meetingOutput(t),
    }),
  },
);

builder.relayMutationField(
  'markUsefulness',
  {
    inputFields: (t) => ({
      meetingId: t.id({ required: true }),
      value: t.int({ required: true, validate: feedbackWords.usefulness, description: '1–5.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'How useful this is right now. It holds until you say otherwise: the same value again changes nothing. ' +
      'MeetingNotInState unless the meeting is going on; TooMany beyond 1,000 of yours in a meeting; BAD_USER_INPUT ' +
      'outside 1–5; NOT_FOUND when it is not yours.',
    errors: { types: [MeetingNotInState, TooMany] },
    resolve: (_root, { input }, context) => markUsefulness(context, input),
  },
  {
    outputFields: (t) => ({
      mark: t.prismaField({
        type: 'UsefulnessMark',
        resolve: (query, { markId }, _args, { prisma }) =>
          prisma.usefulnessMark.findUniqueOrThrow({ ...query, where: { id: markId } }),
      }),
      ...meetingOutput(t),
    }),
  },
);
