import type { Context } from '../context.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { requireLive, touch } from './policy.ts';
import { endTalkTurn, runningTalkTurn } from './talkTurn.ts';

/** The viewer's own turn ends; when they have none, nothing changes. */
export function stopTalking(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'stopTalking', input, async (write, meeting, personId) => {
    requireLive(meeting);
    const running = await runningTalkTurn(write.tx, meeting.id);
    if (running?.personId !== personId) return;
    await endTalkTurn(write, meeting);
    await touch(write.tx, meeting, write.now);
  });
}
