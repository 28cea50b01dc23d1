import type { Context } from '../context.ts';
import { later } from '../platform/clock.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { TooLate } from './errors.ts';
import { UNDO_WINDOW } from './limits.ts';
import { requireLive } from './policy.ts';
import { recordWithSegments } from './segments.ts';
import { endTalkTurn } from './talkTurn.ts';

/** Takes an accidental start back: it is planned as before. What was written in it stays. */
export function undoStart(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'undoStart', input, async (write, meeting) => {
    const { tx, now } = write;
    requireLive(meeting);
    const until = later(meeting.startedAt ?? now, UNDO_WINDOW);
    if (now > until)
      throw new TooLate(until, 'It has been going on for too long to undo the start. End it instead.');

    await endTalkTurn(write, meeting);
    await tx.segment.updateMany({ where: { meetingId: meeting.id }, data: { startedAt: null, spent: 0 } });
    const undone = await tx.meeting.update({
      where: { id: meeting.id },
      data: {
        state: meeting.startedFrom ?? 'PROPOSED',
        startedFrom: null,
        leaderId: null,
        currentSegmentId: null,
        moveOnAskedById: null,
        startedAt: null,
      },
    });
    await recordWithSegments(write, 'MeetingStartUndone', undone);
  });
}
