import type { Context } from '../context.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { end } from './ending.ts';
import { requireLive } from './policy.ts';

/** Ends a live meeting for both; either may. */
export function endMeeting(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'endMeeting', input, async (write, meeting, personId) => {
    requireLive(meeting);
    const { publicUrl } = context.config;
    await end(write, meeting, { endedById: personId, endReason: 'BY_SOMEONE', publicUrl });
  });
}
