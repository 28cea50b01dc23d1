import { builder, NodeInterface } from '../builder.ts';
import { requireViewer } from '../context.ts';
import { takesPart, visibleMentorships } from '../mentorships/policy.ts';
import { later } from '../platform/clock.ts';
import { notFound } from '../platform/errors.ts';
import { REOPEN_WINDOW, UNDO_WINDOW } from './limits.ts';
import { LIVE } from './policy.ts';

export const MeetingStateEnum = builder.enumType('MeetingState', {
  values: [
    'PROPOSED',
    'SCHEDULED',
    'LIVE',
    'INTERRUPTED',
    'WRAPPING',
    'ENDED',
    'CANCELLED',
    'NO_SHOW',
  ] as const,
});
export const SegmentKindEnum = builder.enumType('SegmentKind', {
  values: ['PERSONAL', 'PROMISES', 'GOALS', 'AGENDA', 'EXCHANGE', 'WRAP_UP'] as const,
});
export const PersonalTimeEnum = builder.enumType('PersonalTime', {
  description: 'Where time for the personal side stands in a meeting.',
  values: ['FIRST', 'LAST'] as const,
});
export const EndReasonEnum = builder.enumType('EndReason', {
  values: {
    BY_SOMEONE: {},
    INACTIVITY: { description: 'Nobody did anything in it for 30 minutes.' },
  } as const,
});

builder.prismaObject('Segment', {
  interfaces: [NodeInterface],
  authScopes: (segment, context) => takesPart(context, segment.meeting.mentorshipId),
  select: { id: true, meeting: { select: { mentorshipId: true } } },
  fields: (t) => ({
    kind: t.expose('kind', { type: SegmentKindEnum }),
    position: t.exposeInt('position'),
    minutes: t.exposeInt('minutes', { description: 'Planned minutes, extensions included.' }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'Since when its clock runs; null while it is not the current one, or the meeting is interrupted.',
    }),
    spent: t.exposeInt('spent', { description: 'Seconds spent in it before `startedAt`.' }),
  }),
});

builder.prismaObject('Preparation', {
  authScopes: (preparation, context) => takesPart(context, preparation.meeting.mentorshipId),
  select: { personId: true, meeting: { select: { mentorshipId: true } } },
  fields: (t) => ({
    person: t.prismaField({
      type: 'Person',
      resolve: (query, { personId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
    }),
    words: t.exposeString('words'),
    readyAt: t.expose('readyAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When they said that they are ready; null while they are not.',
    }),
    version: t.exposeInt('version'),
  }),
});

export const MeetingRef = builder.prismaObject('Meeting', {
  interfaces: [NodeInterface],
  authScopes: (meeting, context) => takesPart(context, meeting.mentorshipId),
  select: { id: true, mentorshipId: true },
  fields: (t) => ({
    mentorship: t.relation('mentorship'),
    state: t.expose('state', { type: MeetingStateEnum }),
    startsAt: t.expose('startsAt', { type: 'DateTime' }),
    minutes: t.exposeInt('minutes'),
    zone: t.exposeString('zone'),
    place: t.exposeString('place'),
    callLink: t.exposeString('callLink', {
      description: 'Starts with https:// or http://; empty when there is none.',
    }),
    objective: t.exposeString('objective'),
    personalTime: t.expose('personalTime', { type: PersonalTimeEnum }),
    segments: t.relation('segments', {
      description: 'In order; their minutes add up to those of the meeting and its extensions.',
      query: { orderBy: { position: 'asc' } },
    }),
    preparations: t.relation('preparations', {
      description: 'Of those who prepared: none, one or two.',
      query: { orderBy: { personId: 'asc' } },
    }),
    currentSegment: t.prismaField({
      type: 'Segment',
      nullable: true,
      description: 'Null while it is not live.',
      select: { state: true, currentSegmentId: true },
      resolve: (query, { state, currentSegmentId }, _args, { prisma }) =>
        currentSegmentId && LIVE.includes(state)
          ? prisma.segment.findUnique({ ...query, where: { id: currentSegmentId } })
          : null,
    }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null while it was not started.',
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null while it has not ended.',
    }),
    endReason: t.expose('endReason', {
      type: EndReasonEnum,
      nullable: true,
      description: 'Null while it has not ended.',
    }),
    cancelReason: t.exposeString('cancelReason', {
      nullable: true,
      description: 'Null unless it was cancelled.',
    }),
    summary: t.exposeString('summary', {
      description: 'What was agreed; written when the meeting ends and corrected by either.',
    }),
    version: t.exposeInt('version', { description: 'Name it when you edit the meeting or its summary.' }),
    undoableUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until then an accidental start may be undone; null when it is not live.',
      select: { state: true, startedAt: true },
      resolve: ({ state, startedAt }) =>
        startedAt && LIVE.includes(state) ? later(startedAt, UNDO_WINDOW) : null,
    }),
    reopenableUntil: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Until then an ended meeting may be reopened; null when it has not ended.',
      select: { state: true, endedAt: true },
      resolve: ({ state, endedAt }) => (endedAt && state === 'ENDED' ? later(endedAt, REOPEN_WINDOW) : null),
    }),
    serverTime: t.field({
      type: 'DateTime',
      description: "The server's clock at the time of the answer: the page counts from here.",
      resolve: (_meeting, _args, { clock }) => clock.now(),
    }),
  }),
});

builder.queryField('meeting', (t) =>
  t.prismaField({
    type: 'Meeting',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, context) =>
      (await context.prisma.meeting.findFirst({
        ...query,
        where: { id, mentorship: visibleMentorships(requireViewer(context)) },
      })) ?? Promise.reject(notFound()),
  }),
);
