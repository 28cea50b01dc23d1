import { builder } from '../builder.ts';

/** The people of a meeting: who planned it, who leads it, who ended it. */
builder.prismaObjectFields('Meeting', (t) => ({
  plannedBy: t.prismaField({
    type: 'Person',
    select: { plannedById: true },
    resolve: (query, { plannedById }, _args, { prisma }) =>
      prisma.person.findUniqueOrThrow({ ...query, where: { id: plannedById } }),
  }),
  proposedBy: t.prismaField({
    type: 'Person',
    description: 'Who proposed the present time: while it is PROPOSED, the other one may confirm it.',
    select: { proposedById: true },
    resolve: (query, { proposedById }, _args, { prisma }) =>
      prisma.person.findUniqueOrThrow({ ...query, where: { id: proposedById } }),
  }),
  personalDroppedBy: t.prismaField({
    type: ['Person'],
    description: 'Who wished to do without personal time; it goes when both did.',
    select: { personalDroppedBy: true },
    resolve: (query, { personalDroppedBy }, _args, { prisma }) =>
      prisma.person.findMany({ ...query, where: { id: { in: personalDroppedBy } }, orderBy: { id: 'asc' } }),
  }),
  leader: t.prismaField({
    type: 'Person',
    nullable: true,
    description: 'Who moves the meeting on, or did; null while nobody started it.',
    select: { leaderId: true },
    resolve: (query, { leaderId }, _args, { prisma }) =>
      leaderId ? prisma.person.findUnique({ ...query, where: { id: leaderId } }) : null,
  }),
  moveOnAskedBy: t.prismaField({
    type: 'Person',
    nullable: true,
    description: 'Who asked to move on from the current segment; null while nobody has.',
    select: { moveOnAskedById: true },
    resolve: (query, { moveOnAskedById }, _args, { prisma }) =>
      moveOnAskedById ? prisma.person.findUnique({ ...query, where: { id: moveOnAskedById } }) : null,
  }),
  endedBy: t.prismaField({
    type: 'Person',
    nullable: true,
    description: 'Null when it ended itself, or has not ended.',
    select: { endedById: true },
    resolve: (query, { endedById }, _args, { prisma }) =>
      endedById ? prisma.person.findUnique({ ...query, where: { id: endedById } }) : null,
  }),
  summaryBy: t.prismaField({
    type: 'Person',
    nullable: true,
    description: 'Who corrected the summary last; null while it stands as it was written at the end.',
    select: { summaryById: true },
    resolve: (query, { summaryById }, _args, { prisma }) =>
      summaryById ? prisma.person.findUnique({ ...query, where: { id: summaryById } }) : null,
  }),
}));
