import type { Meeting, PersonalTime } from '@belay/prisma/client';
import type { Context } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import { Outdated } from '../platform/facts.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { PLANNED, requireState } from './policy.ts';
import { recordWithSegments, replaceSegments } from './segments.ts';
import { requirePossibleStart } from './time.ts';

export type EditMeeting = OfMeeting & {
  version: number;
  startsAt?: Date | null;
  minutes?: number | null;
  zone?: string | null;
  place?: string | null;
  callLink?: string | null;
  objective?: string | null;
  personalTime?: PersonalTime | null;
};

/** Moves a meeting that has not started to another time, or rewords it. Another time is a new proposal. */
export function editMeeting(context: Context, input: EditMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'editMeeting', input, async (write, meeting, personId) => {
    const { tx, now } = write;
    requireActive(meeting.mentorship);
    requireState(meeting, PLANNED);
    requireVersion(meeting, input.version);
    const startsAt = input.startsAt ?? meeting.startsAt;
    const minutes = input.minutes ?? meeting.minutes;
    const personalTime = input.personalTime ?? meeting.personalTime;
    const isMoved = startsAt.getTime() !== meeting.startsAt.getTime();
    if (isMoved) requirePossibleStart(startsAt, now, meeting.mentorship);

    const isNewTime = isMoved || minutes !== meeting.minutes;
    const edited = await tx.meeting.update({
      where: { id: meeting.id },
      data: {
        startsAt,
        minutes,
        personalTime,
        zone: input.zone ?? undefined,
        place: input.place ?? undefined,
        callLink: input.callLink ?? undefined,
        objective: input.objective ?? undefined,
        ...(isNewTime ? { state: 'PROPOSED', proposedById: personId } : {}),
        version: { increment: 1 },
      },
    });
    const isLaidOut = minutes === meeting.minutes && personalTime === meeting.personalTime;
    if (!isLaidOut) await replaceSegments(tx, edited);
    await recordWithSegments(write, 'MeetingEdited', edited);
  });
}

/** @throws Outdated when somebody else wrote in between */
export function requireVersion({ id, version }: Meeting, named: number): void {
  if (version === named) return;
  throw new Outdated('Meeting', (prisma) => prisma.meeting.findUniqueOrThrow({ where: { id } }));
}
