import type { Prisma } from '@belay/prisma/client';
import { ViewerRef } from '../accounts/schema.ts';
import { builder } from '../builder.ts';
import { visibleMentorships } from '../mentorships/policy.ts';
import { later } from '../platform/clock.ts';
import { STILL_NEXT } from './limits.ts';
import { LIVE, PLANNED } from './policy.ts';
import { MeetingStateEnum } from './schema.ts';

/** Rows of a list that has no pages. */
const AT_MOST = 20;

const live: Prisma.MeetingWhereInput = { state: { in: LIVE } };
const toCome = (now: Date): Prisma.MeetingWhereInput => ({
  state: { in: PLANNED },
  startsAt: { gte: later(now, -STILL_NEXT) },
});
const soonestFirst: Prisma.MeetingOrderByWithRelationInput[] = [{ startsAt: 'asc' }, { id: 'asc' }];

builder.prismaObjectFields('Mentorship', (t) => ({
  meetings: t.relatedConnection('meetings', {
    cursor: 'id',
    description: 'Newest first by start.',
    args: { states: t.arg({ type: [MeetingStateEnum], description: 'Only in these states.' }) },
    query: ({ states }) => ({
      where: states ? { state: { in: states } } : {},
      orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    }),
  }),
  nextMeeting: t.prismaField({
    type: 'Meeting',
    nullable: true,
    description:
      'The live one, else the planned one that comes next (for a day after its start it still is); null when there is ' +
      'none.',
    select: { id: true },
    resolve: async (query, { id: mentorshipId }, _args, { prisma, clock }) =>
      (await prisma.meeting.findFirst({ ...query, where: { mentorshipId, ...live } })) ??
      prisma.meeting.findFirst({
        ...query,
        where: { mentorshipId, ...toCome(clock.now()) },
        orderBy: soonestFirst,
      }),
  }),
}));

builder.objectField(ViewerRef, 'nextMeetings', (t) =>
  t.prismaField({
    type: ['Meeting'],
    description: 'Meetings of all mentorships that are live or still to come, soonest first; at most 20.',
    resolve: (query, viewer, _args, { prisma, clock }) =>
      prisma.meeting.findMany({
        ...query,
        where: { mentorship: visibleMentorships(viewer), OR: [live, toCome(clock.now())] },
        orderBy: soonestFirst,
        take: AT_MOST,
      }),
  }),
);
