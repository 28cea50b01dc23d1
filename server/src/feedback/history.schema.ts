import type { Side } from '@belay/prisma/client';
import { builder } from '../builder.ts';
import { SideEnum } from '../mentorships/schema.ts';
import { type Rating, ratingsOf } from './principles.ts';
import { PrincipleRatingRef } from './schema.ts';

/** How many meetings the history looks back. */
const MEETINGS = 24;

type Reading = { at: Date; side: Side; ratings: Rating[]; meetingId: string };

const PrincipleReadingRef = builder.objectRef<Reading>('PrincipleReading').implement({
  description: 'How one side rated the six principles after a meeting.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'When the exchange began.' }),
    side: t.expose('side', { type: SideEnum, description: 'Who rated.' }),
    ratings: t.field({ type: [PrincipleRatingRef], resolve: ({ ratings }) => ratings }),
    meeting: t.prismaField({
      type: 'Meeting',
      resolve: (query, { meetingId }, _args, { prisma }) =>
        prisma.meeting.findUniqueOrThrow({ ...query, where: { id: meetingId } }),
    }),
  }),
});

builder.prismaObjectFields('Mentorship', (t) => ({
  principleHistory: t.field({
    type: [PrincipleReadingRef],
    description:
      'The principles over the revealed exchanges, both sides, oldest first; the newest 24 meetings. What was not ' +
      'revealed counts in no figure.',
    select: { id: true },
    resolve: async ({ id }, _args, { prisma }) => {
      const exchanges = await prisma.exchange.findMany({
        where: { state: 'REVEALED', meeting: { mentorshipId: id } },
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
        take: MEETINGS,
        include: { entries: { orderBy: { side: 'asc' } } },
      });
      return exchanges.reverse().flatMap(({ meetingId, openedAt, entries }) =>
        entries.map((entry) => ({
          at: openedAt,
          side: entry.side,
          ratings: ratingsOf(entry),
          meetingId,
        })),
      );
    },
  }),
}));
