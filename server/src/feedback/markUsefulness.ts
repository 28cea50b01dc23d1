import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { ownMeeting, requireLive, touch } from '../meetings/policy.ts';
import { requireRoom } from '../platform/facts.ts';
import { transaction } from '../platform/transaction.ts';
import { markFacts } from './facts.ts';
import { MAX_MARKS } from './limits.ts';

export type MarkUsefulness = { meetingId: string; value: number; opId?: string | null };

/** Says how useful this is right now. A mark holds until it is moved, so the same value again is no news. */
export function markUsefulness(
  context: Context,
  input: MarkUsefulness,
): Promise<{ markId: string; meetingId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'markUsefulness', input }, async (write) => {
    const { tx, now, record } = write;
    const meeting = await ownMeeting(write, personId, { id: input.meetingId });
    requireLive(meeting);
    const mine = { meetingId: meeting.id, authorId: personId };
    const last = await tx.usefulnessMark.findFirst({
      where: mine,
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    });
    if (last?.value === input.value) return { markId: last.id, meetingId: meeting.id };
    await requireRoom(tx.usefulnessMark.count({ where: mine }), MAX_MARKS, 'marks of yours in a meeting');

    const mark = await tx.usefulnessMark.create({
      data: { id: uuidv7(), ...mine, value: input.value, at: now },
    });
    await touch(tx, meeting, now);
    await record({
      streamId: meeting.mentorshipId,
      type: 'UsefulnessMarked',
      payload: { meetingId: meeting.id, mark: markFacts(mark) },
    });
    return { markId: mark.id, meetingId: meeting.id };
  });
}
