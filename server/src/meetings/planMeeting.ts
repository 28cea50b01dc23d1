import type { PersonalTime } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { ownMentorship, requireActive } from '../mentorships/policy.ts';
import { requireRoom } from '../platform/facts.ts';
import { transaction } from '../platform/transaction.ts';
import { addToAgenda, continueCarried } from './carrying.ts';
import { MAX_PLANNED } from './limits.ts';
import { PLANNED } from './policy.ts';
import { recordWithSegments, replaceSegments } from './segments.ts';
import { requirePossibleStart } from './time.ts';

export type PlanMeeting = {
  mentorshipId: string;
  startsAt: Date;
  minutes: number;
  zone: string;
  place?: string | null;
  callLink?: string | null;
  objective?: string | null;
  agenda?: string[] | null;
  personalTime?: PersonalTime | null;
  opId?: string | null;
};

/** Proposes a meeting, for the other one to confirm. What earlier meetings left unfinished comes along. */
export function planMeeting(context: Context, input: PlanMeeting): Promise<{ meetingId: string }> {
  const { personId } = requireViewer(context);
  return transaction(context, { actorId: personId, name: 'planMeeting', input }, async (write) => {
    const { tx, now, lock } = write;
    await lock(input.mentorshipId);
    const mentorship = await ownMentorship(tx, personId, { id: input.mentorshipId });
    requireActive(mentorship);
    requirePossibleStart(input.startsAt, now, mentorship);
    await requireRoom(
      tx.meeting.count({ where: { mentorshipId: mentorship.id, state: { in: PLANNED } } }),
      MAX_PLANNED,
      'meetings planned at once',
    );

    const meeting = await tx.meeting.create({
      data: {
        id: uuidv7(),
        mentorshipId: mentorship.id,
        state: 'PROPOSED',
        startsAt: input.startsAt,
        minutes: input.minutes,
        zone: input.zone,
        place: input.place ?? '',
        callLink: input.callLink ?? '',
        objective: input.objective ?? '',
        personalTime: input.personalTime ?? 'FIRST',
        plannedById: personId,
        proposedById: personId,
        createdAt: now,
      },
    });
    await replaceSegments(tx, meeting);
    await recordWithSegments(write, 'MeetingPlanned', meeting);
    for (const title of input.agenda ?? []) await addToAgenda(write, meeting, { authorId: personId, title });
    await continueCarried(write, mentorship.id);
    return { meetingId: meeting.id };
  });
}
