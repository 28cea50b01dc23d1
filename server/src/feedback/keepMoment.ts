import type { Meeting, MomentAudience, MomentKind } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { LIVE, ownMeeting, requireLive, touch } from '../meetings/policy.ts';
import { ownMentorship } from '../mentorships/policy.ts';
import { later } from '../platform/clock.ts';
import { notFound } from '../platform/errors.ts';
import { requireRoom } from '../platform/facts.ts';
import { transaction, type Write } from '../platform/transaction.ts';
import { momentFacts } from './facts.ts';
import { MAX_MOMENTS, MOMENTS_AFTER_END } from './limits.ts';

export type KeepMoment = {
  meetingId: string;
  kind: MomentKind;
  words?: string | null;
  audience: MomentAudience;
  opId?: string | null;
};

/**
 * Keeps what was just said. A moment for oneself leaves no trace on the other side: it goes to its author's own stream,
 * keeps no meeting awake, and is counted among its author's moments only.
 */
export function keepMoment(
  context: Context,
  input: KeepMoment,
): Promise<{ momentId: string; meetingId: string }> {
  const { personId } = requireViewer(context);
  const shared = input.audience === 'SHARED';
  return transaction(context, { actorId: personId, name: 'keepMoment', input }, async (write) => {
    const { tx, now, lock, record } = write;
    const meeting = shared
      ? await ownMeeting(write, personId, { id: input.meetingId })
      : await privately(write, personId, input.meetingId);
    await lock(personId);
    if (!hasJustEnded(meeting, now)) requireLive(meeting);
    const mine = { meetingId: meeting.id, authorId: personId };
    await requireRoom(tx.moment.count({ where: mine }), MAX_MOMENTS, 'moments of yours in a meeting');

    const { mentorshipId } = meeting;
    const { kind, audience, words } = input;
    const moment = await tx.moment.create({
      data: { id: uuidv7(), mentorshipId, ...mine, kind, words: words ?? '', audience, at: now },
    });
    if (shared && LIVE.includes(meeting.state)) await touch(tx, meeting, now);
    await record({
      streamId: shared ? mentorshipId : personId,
      type: shared ? 'MomentKept' : 'PrivateMomentKept',
      payload: { meetingId: meeting.id, moment: momentFacts(moment) },
    });
    return { momentId: moment.id, meetingId: meeting.id };
  });
}

/** The meeting without the shared stream's lock, for which the other side's commands would wait. */
async function privately({ tx }: Write, personId: string, meetingId: string): Promise<Meeting> {
  const meeting = await tx.meeting.findUnique({ where: { id: meetingId } });
  if (!meeting) throw notFound();
  await ownMentorship(tx, personId, { id: meeting.mentorshipId });
  return meeting;
}

function hasJustEnded({ state, endedAt }: Meeting, now: Date): boolean {
  return state === 'ENDED' && endedAt !== null && now <= later(endedAt, MOMENTS_AFTER_END);
}
