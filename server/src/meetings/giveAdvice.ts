import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { requireRoom } from '../platform/facts.ts';
import { transaction } from '../platform/transaction.ts';
import { MAX_ADVICE } from './contentLimits.ts';
import { NotYourPart } from './errors.ts';
import { adviceFacts } from './facts.ts';
import { ownMeeting, requireLive, touch } from './policy.ts';

export type GiveAdvice = { meetingId: string; text: string; opId?: string | null };

/** The mentor records advice: an option to consider. */
export function giveAdvice(
  context: Context,
  input: GiveAdvice,
): Promise<{ adviceId: string; meetingId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'giveAdvice', input }, async (write) => {
    const { tx, now, record } = write;
    const meeting = await ownMeeting(write, personId, { id: input.meetingId });
    if (meeting.mentorship.side !== 'MENTOR') throw new NotYourPart('Advice is for the mentor to give.');
    requireLive(meeting);
    const { id: meetingId } = meeting;
    await requireRoom(tx.advice.count({ where: { meetingId } }), MAX_ADVICE, 'pieces of advice in a meeting');

    const advice = await tx.advice.create({
      data: { id: uuidv7(), meetingId, authorId: personId, text: input.text, createdAt: now },
    });
    await touch(tx, meeting, now);
    await record({
      streamId: meeting.mentorshipId,
      type: 'AdviceGiven',
      payload: { meetingId, advice: adviceFacts(advice) },
    });
    return { adviceId: advice.id, meetingId };
  });
}
