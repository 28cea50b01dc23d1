import type { PulseKind } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { ownMeeting, requireLive, touch } from '../meetings/policy.ts';
import { requireRoom } from '../platform/facts.ts';
import { transaction } from '../platform/transaction.ts';
import { pulseFacts } from './facts.ts';
import { MAX_PULSES } from './limits.ts';

export type GivePulse = { meetingId: string; kind: PulseKind; opId?: string | null };

/** Says with one tap how it is going, while it is going on. */
export function givePulse(
  context: Context,
  input: GivePulse,
): Promise<{ pulseId: string; meetingId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'givePulse', input }, async (write) => {
    const { tx, now, record } = write;
    const meeting = await ownMeeting(write, personId, { id: input.meetingId });
    requireLive(meeting);
    const mine = { meetingId: meeting.id, authorId: personId };
    await requireRoom(tx.pulse.count({ where: mine }), MAX_PULSES, 'pulses of yours in a meeting');

    const pulse = await tx.pulse.create({ data: { id: uuidv7(), ...mine, kind: input.kind, at: now } });
    await touch(tx, meeting, now);
    await record({
      streamId: meeting.mentorshipId,
      type: 'PulseGiven',
      payload: { meetingId: meeting.id, pulse: pulseFacts(pulse) },
    });
    return { pulseId: pulse.id, meetingId: meeting.id };
  });
}
