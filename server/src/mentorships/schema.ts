import { builder, NodeInterface } from '../builder.ts';
import { requireViewer } from '../context.ts';
import { notFound } from '../platform/errors.ts';
import { otherOf, sideOf, takesPart, visibleMentorships } from './policy.ts';

export const MentorshipStateEnum = builder.enumType('MentorshipState', {
  description: 'Only an ACTIVE one can be changed; CLOSED and IN_TOUCH are over.',
  values: ['PROPOSED', 'CHEMISTRY', 'AGREEING', 'ACTIVE', 'PAUSED', 'CLOSING', 'CLOSED', 'IN_TOUCH'] as const,
});
export const MentorshipOutcomeEnum = builder.enumType('MentorshipOutcome', {
  description: 'How it ended, by nobody’s fault.',
  values: ['GOALS_REACHED', 'TIME_WAS_UP', 'MOVED_ON', 'NO_FAULT'] as const,
});
export const SideEnum = builder.enumType('Side', {
  description: 'The two sides of a mentorship.',
  values: ['MENTOR', 'MENTEE'] as const,
});

export const MentorshipRef = builder.prismaObject('Mentorship', {
  description: 'What one mentor and one mentee share. Nobody else sees it.',
  interfaces: [NodeInterface],
  authScopes: (mentorship, context) => takesPart(context, mentorship.id),
  select: { id: true },
  fields: (t) => ({
    state: t.expose('state', { type: MentorshipStateEnum }),
    outcome: t.expose('outcome', {
      type: MentorshipOutcomeEnum,
      nullable: true,
      description: 'Null while it is open.',
    }),
    programme: t.relation('programme'),
    mentor: t.relation('mentor'),
    mentee: t.relation('mentee'),
    mySide: t.field({
      type: SideEnum,
      select: { mentorId: true, menteeId: true },
      resolve: (pair, _args, context) =>
        sideOf(pair, requireViewer(context).personId) ?? Promise.reject(notFound()),
    }),
    other: t.prismaField({
      type: 'Person',
      description: 'The one of the two who is not you.',
      select: { mentorId: true, menteeId: true },
      resolve: (query, pair, _args, context) =>
        context.prisma.person.findUniqueOrThrow({
          ...query,
          where: { id: otherOf(pair, requireViewer(context).personId) },
        }),
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: 'Null while it is open.' }),
    seq: t.int({
      description: 'The newest event of its stream: load the page, then follow from here.',
      resolve: ({ id }, _args, { streams }) => streams.head(id),
    }),
  }),
});

builder.queryField('mentorship', (t) =>
  t.prismaField({
    type: 'Mentorship',
    description: 'NOT_FOUND unless it is yours.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, context) =>
      (await context.prisma.mentorship.findFirst({
        ...query,
        where: { id, ...visibleMentorships(requireViewer(context)) },
      })) ?? Promise.reject(notFound()),
  }),
);
