import type { Context } from '../context.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { requireVersion } from './editMeeting.ts';
import { recordMeeting } from './facts.ts';
import { requireState } from './policy.ts';

/** Corrects the record of an ended meeting, whatever became of the mentorship since. */
export function correctSummary(
  context: Context,
  input: OfMeeting & { summary: string; version: number },
): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'correctSummary', input, async (write, meeting, personId) => {
    requireState(meeting, ['ENDED']);
    requireVersion(meeting, input.version);
    const corrected = await write.tx.meeting.update({
      where: { id: meeting.id },
      data: { summary: input.summary, summaryById: personId, version: { increment: 1 } },
    });
    await recordMeeting(write, 'SummaryCorrected', corrected);
  });
}
