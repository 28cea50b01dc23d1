import type { AdviceState } from '@belay/prisma/client';
import { type Context, requireViewer } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import { notFound } from '../platform/errors.ts';
import { transaction } from '../platform/transaction.ts';
import { NotYourPart } from './errors.ts';
import { adviceFacts } from './facts.ts';
import { ownMeeting, touch } from './policy.ts';

export type MarkAdvice = { adviceId: string; state: AdviceState; opId?: string | null };

/** The mentee decides, during the meeting or long after it; marking it as it is marked already changes nothing. */
export function markAdvice(context: Context, input: MarkAdvice): Promise<{ adviceId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'markAdvice', input }, async (write) => {
    const { tx, now, record } = write;
    const where = { id: input.adviceId };
    const found = await tx.advice.findUnique({ where, select: { meetingId: true } });
    if (!found) throw notFound();
    const meeting = await ownMeeting(write, personId, { id: found.meetingId });
    if (meeting.mentorship.side !== 'MENTEE')
      throw new NotYourPart('What becomes of advice, the mentee decides.');
    requireActive(meeting.mentorship);
    const before = await tx.advice.findUniqueOrThrow({ where });
    if (before.state === input.state) return { adviceId: before.id };

    const advice = await tx.advice.update({
      where,
      data: {
        state: input.state,
        markedAt: input.state === 'OFFERED' ? null : now,
        version: { increment: 1 },
      },
    });
    await touch(tx, meeting, now);
    await record({
      streamId: meeting.mentorshipId,
      type: 'AdviceMarked',
      payload: { meetingId: meeting.id, advice: adviceFacts(advice) },
    });
    return { adviceId: advice.id };
  });
}
