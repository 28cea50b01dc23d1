import type { builder } from '../builder.ts';

/** What the fields of a payload are made with. */
export type Output<Result> = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, Result>;

/** The meeting a write was about, as it is now. */
export const meetingOutput = (t: Output<{ meetingId: string }>) => ({
  meeting: t.prismaField({
    type: 'Meeting',
    resolve: (query, { meetingId }, _args, { prisma }) =>
      prisma.meeting.findUniqueOrThrow({ ...query, where: { id: meetingId } }),
  }),
});
