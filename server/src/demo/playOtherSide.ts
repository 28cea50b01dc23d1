import { type Context, requireViewer } from '../context.ts';
import { LIVE, ownMeeting, PLANNED, requireState } from '../meetings/policy.ts';
import { otherOf } from '../mentorships/policy.ts';
import { notFound } from '../platform/errors.ts';
import { transaction } from '../platform/transaction.ts';

export type PlayOtherSide = { meetingId: string; opId?: string | null };

/** Mail to these goes nowhere: nobody real can have one (RFC 2606), so whoever has one is made up. */
const SAMPLE = /@(?:[\w-]+\.)*example(?:\.org|\.com|\.net)?$/;

/** In a demonstration, lets a small program hold the side of a sample person. */
export async function playOtherSide(context: Context, input: PlayOtherSide): Promise<{ meetingId: string }> {
  const { personId } = requireViewer(context);
  if (!context.config.demo) throw notFound();
  const { meetingId, otherId } = await transaction(
    context,
    { actorId: personId, name: 'playOtherSide', input },
    async (write) => {
      const meeting = await ownMeeting(write, personId, { id: input.meetingId });
      const otherId = otherOf(meeting.mentorship, personId);
      const other = await write.tx.person.findUniqueOrThrow({
        where: { id: otherId },
        select: { email: true },
      });
      if (!SAMPLE.test(other.email)) throw notFound();
      requireState(meeting, [...PLANNED, ...LIVE]);
      return { meetingId: meeting.id, otherId };
    },
  );
  context.holdOtherSide(meetingId, otherId);
  return { meetingId };
}
