import { ViewerRef } from '../accounts/schema.ts';
import { builder } from '../builder.ts';
import { verifiedAddress } from '../people/policy.ts';
import { OVER, visibleMentorships } from './policy.ts';

/** Rows of a list that has no pages. */
const MAX_RECEIVED = 100;

builder.objectField(ViewerRef, 'mentorships', (t) =>
  t.prismaConnection({
    type: 'Mentorship',
    cursor: 'id',
    description: 'Yours on either side, newest first.',
    args: {
      open: t.arg.boolean({ description: 'Those that go on (true), or those that are over (false).' }),
    },
    resolve: (query, viewer, { open }, { prisma }) =>
      prisma.mentorship.findMany({
        ...query,
        where: {
          ...visibleMentorships(viewer),
          ...(open == null ? {} : { state: open ? { notIn: [...OVER] } : { in: [...OVER] } }),
        },
        orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      }),
  }),
);

builder.objectField(ViewerRef, 'invitationsReceived', (t) =>
  t.prismaField({
    type: ['Invitation'],
    description: 'Sent to your own verified address and still open, newest first; at most 100.',
    resolve: async (query, _viewer, _args, context) => {
      const email = await verifiedAddress(context);
      if (email === null) return [];
      return context.prisma.invitation.findMany({
        ...query,
        where: { email, state: 'SENT', expiresAt: { gt: context.clock.now() } },
        orderBy: { id: 'desc' },
        take: MAX_RECEIVED,
      });
    },
  }),
);

builder.objectField(ViewerRef, 'invitationsSent', (t) =>
  t.prismaConnection({
    type: 'Invitation',
    cursor: 'id',
    description: 'Newest first, whatever became of them.',
    resolve: (query, { personId }, _args, { prisma }) =>
      prisma.invitation.findMany({ ...query, where: { inviterId: personId }, orderBy: { id: 'desc' } }),
  }),
);
