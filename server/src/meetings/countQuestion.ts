import { uuidv7 } from 'uuidv7';
import type { Context } from '../context.ts';
import { TooMany } from '../platform/facts.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { MAX_QUESTIONS } from './contentLimits.ts';
import { requireLive, touch } from './policy.ts';

/** The viewer asked a clarifying question; only how many is kept. */
export function countQuestion(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'countQuestion', input, async ({ tx, now, record }, meeting, personId) => {
    requireLive(meeting);
    const { id: meetingId } = meeting;
    const askers = await tx.clarifyingQuestion.findMany({ where: { meetingId }, select: { askerId: true } });
    if (askers.length >= MAX_QUESTIONS) throw new TooMany(MAX_QUESTIONS, 'questions in a meeting');

    await tx.clarifyingQuestion.create({ data: { id: uuidv7(), meetingId, askerId: personId, at: now } });
    await touch(tx, meeting, now);
    const count = askers.filter(({ askerId }) => askerId === personId).length + 1;
    await record({
      streamId: meeting.mentorshipId,
      type: 'QuestionCounted',
      payload: { meetingId, personId, count },
    });
  });
}
