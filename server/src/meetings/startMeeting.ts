import type { Meeting } from '@belay/prisma/client';
import type { Context } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import type { Tx } from '../platform/transaction.ts';
import { continueCarried } from './carrying.ts';
import { changeMeeting, type OfMeeting } from './changeMeeting.ts';
import { AnotherMeetingIsLive, NothingToTalkAbout } from './errors.ts';
import { LIVE, PLANNED, requireState } from './policy.ts';
import { runningIn, startClock } from './roomClock.ts';
import { recordWithSegments } from './segments.ts';

/** Goes live, at any time before or after the planned one. Whoever starts it leads; the first segment is entered. */
export function startMeeting(context: Context, input: OfMeeting): Promise<{ meetingId: string }> {
  return changeMeeting(context, 'startMeeting', input, async (write, meeting, personId) => {
    const { tx, now } = write;
    requireActive(meeting.mentorship);
    requireState(meeting, PLANNED);
    await requireNoneLive(tx, meeting.mentorshipId);
    await continueCarried(write, meeting.mentorshipId, meeting);
    await requireSubject(tx, meeting);

    const [first] = await tx.segment.findMany({
      where: { meetingId: meeting.id },
      orderBy: { position: 'asc' },
      take: 1,
    });
    if (!first) throw new Error(`meeting ${meeting.id} has no segments`);
    await startClock(write, first.id);
    const started = await tx.meeting.update({
      where: { id: meeting.id },
      data: {
        state: runningIn(first),
        startedFrom: meeting.state,
        leaderId: personId,
        currentSegmentId: first.id,
        moveOnAskedById: null,
        startedAt: now,
        lastActivityAt: now,
      },
    });
    await recordWithSegments(write, 'MeetingStarted', started);
  });
}

/** @throws AnotherMeetingIsLive. The mentorship is locked, and a unique index stands behind this. */
export async function requireNoneLive(tx: Tx, mentorshipId: string): Promise<void> {
  const live = await tx.meeting.findFirst({
    where: { mentorshipId, state: { in: LIVE } },
    select: { id: true },
  });
  if (live) throw new AnotherMeetingIsLive(live.id);
}

async function requireSubject(tx: Tx, { id, objective }: Meeting): Promise<void> {
  if (objective !== '') return;
  const items = await tx.agendaItem.count({
    where: { meetingId: id, state: { in: ['OPEN', 'DISCUSSED'] } },
  });
  if (items === 0) throw new NothingToTalkAbout(id);
}
