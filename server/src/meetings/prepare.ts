import type { Context } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { preparationFacts, recordMeeting } from './facts.ts';
import { PLANNED, requireState } from './policy.ts';

/** Says how one prepared, and whether one is ready. Left-out parts stay. */
export function prepare(
  context: Context,
  input: OfMeeting & { words?: string | null; ready?: boolean | null },
): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'prepare', input, async (write, meeting, personId) => {
    const { tx, now } = write;
    requireActive(meeting.mentorship);
    requireState(meeting, PLANNED);
    const own = { meetingId_personId: { meetingId: meeting.id, personId } };
    const before = await tx.preparation.findUnique({ where: own });
    const words = input.words ?? before?.words ?? '';
    const wasReady = before?.readyAt ?? null;
    const readyAt = (input.ready ?? wasReady !== null) ? (wasReady ?? now) : null;
    const preparation = await tx.preparation.upsert({
      where: own,
      create: { meetingId: meeting.id, personId, words, readyAt },
      update: { words, readyAt, version: { increment: 1 } },
    });
    await recordMeeting(write, 'PreparationChanged', meeting, {
      personId,
      preparation: preparationFacts(preparation),
    });
  });
}
