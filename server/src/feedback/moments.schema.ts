import { builder, NodeInterface } from '../builder.ts';
import { requireViewer } from '../context.ts';
import { MeetingNotInState } from '../meetings/errors.ts';
import { meetingOutput, type Output } from '../meetings/outputs.ts';
import { Outdated, TooMany } from '../platform/facts.ts';
import { editMoment } from './editMoment.ts';
import { keepMoment } from './keepMoment.ts';
import { feedbackWords } from './limits.ts';
import { maySeeMoment, visibleMoments } from './policy.ts';

const MomentKindEnum = builder.enumType('MomentKind', {
  values: ['ADVICE', 'INSIGHT', 'ENCOURAGEMENT', 'INTRODUCTION'] as const,
});
const MomentAudienceEnum = builder.enumType('MomentAudience', {
  description: 'MINE: kept for oneself, seen by nobody else. SHARED: seen by both.',
  values: ['MINE', 'SHARED'] as const,
});

builder.prismaObject('Moment', {
  description: 'Something worth keeping that was just said.',
  interfaces: [NodeInterface],
  authScopes: (moment, context) => maySeeMoment(context, moment),
  select: { id: true, mentorshipId: true, audience: true, authorId: true },
  fields: (t) => ({
    meeting: t.relation('meeting'),
    author: t.prismaField({
      type: 'Person',
      select: { authorId: true },
      resolve: (query, { authorId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: authorId } }),
    }),
    kind: t.expose('kind', { type: MomentKindEnum }),
    words: t.exposeString('words'),
    audience: t.expose('audience', { type: MomentAudienceEnum }),
    at: t.expose('at', { type: 'DateTime' }),
    version: t.exposeInt('version', { description: 'Name it when you edit the moment.' }),
  }),
});

builder.prismaObjectField('Meeting', 'moments', (t) =>
  t.relation('moments', {
    description: 'The shared ones and your own, newest first; at most 100.',
    query: (_args, context) => ({
      where: visibleMoments(requireViewer(context)),
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: 100,
    }),
  }),
);

builder.prismaObjectField('Mentorship', 'moments', (t) =>
  t.relatedConnection('moments', {
    cursor: 'id',
    description: 'The shared ones and your own, newest first.',
    query: (_args, context) => ({ where: visibleMoments(requireViewer(context)), orderBy: { id: 'desc' } }),
  }),
);

const momentOutput = (t: Output<{ momentId: string }>) => ({
  moment: t.prismaField({
    type: 'Moment',
    resolve: (query, { momentId }, _args, { prisma }) =>
      prisma.moment.findUniqueOrThrow({ ...query, where: { id: momentId } }),
  }),
});

builder.relayMutationField(
  'keepMoment',
  {
    inputFields: (t) => ({
      meetingId: t.id({ required: true }),
      kind: t.field({ type: MomentKindEnum, required: true }),
      words: t.string({ validate: feedbackWords.moment, description: 'At most 500 characters.' }),
      audience: t.field({ type: MomentAudienceEnum, required: true }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Keeps what was just said, for both or for oneself. MeetingNotInState unless the meeting is going on or ended ' +
      'within the last 15 minutes; TooMany beyond 200 of yours in a meeting; BAD_USER_INPUT when the words are too ' +
      'long; NOT_FOUND when it is not yours.',
    errors: { types: [MeetingNotInState, TooMany] },
    resolve: (_root, { input }, context) => keepMoment(context, input),
  },
  { outputFields: (t) => ({ ...momentOutput(t), ...meetingOutput(t) }) },
);

builder.relayMutationField(
  'editMoment',
  {
    inputFields: (t) => ({
      momentId: t.id({ required: true }),
      version: t.int({ required: true }),
      words: t.string({ validate: feedbackWords.moment, description: 'At most 500 characters.' }),
      audience: t.field({
        type: MomentAudienceEnum,
        description: 'SHARED shares it; what was shared stays so.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Rewords your own moment, or shares it. Left-out fields stay. Outdated when `version` is not the newest; ' +
      'BAD_USER_INPUT when the words are too long, or when what was shared should be taken back; FORBIDDEN when the ' +
      'other side kept it; NOT_FOUND when it is not yours to see.',
    errors: { types: [Outdated] },
    resolve: (_root, { input }, context) => editMoment(context, input),
  },
  { outputFields: momentOutput },
);
