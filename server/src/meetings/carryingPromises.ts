import type { ActionItem, Meeting } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import type { Write } from '../platform/transaction.ts';
import { handleActionItem, recordActionItem } from './actionItem.ts';
import { PLANNED } from './policy.ts';

/*
 * A promise that outlives the meeting it was made in is carried into each later one as that ends, so that every record
 * says what is still promised. As with agenda items there is one continuation at most, set aside when a meeting is
 * reopened and taken up again when it ends a second time.
 */

const SET_ASIDE = 'Taken back: the meeting was reopened.';

/** Carries the promises of earlier meetings that are still open into one that ends. */
export async function carryPromises(write: Write, meeting: Meeting): Promise<void> {
  const { tx, now } = write;
  const open = await tx.actionItem.findMany({
    where: {
      mentorshipId: meeting.mentorshipId,
      meetingId: { not: meeting.id },
      state: 'OPEN',
      meeting: { state: { notIn: PLANNED } },
    },
    include: { carriedTo: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  for (const { carriedTo, ...item } of open) {
    await handleActionItem(write, item, { state: 'CARRIED' });
    if (carriedTo) {
      await handleActionItem(write, carriedTo, { state: 'OPEN' });
      continue;
    }
    const { mentorshipId, authorId, ownerId, title, dueOn, id: carriedFromId } = item;
    const made = await tx.actionItem.create({
      data: {
        id: uuidv7(),
        meetingId: meeting.id,
        mentorshipId,
        authorId,
        ownerId,
        title,
        dueOn,
        carriedFromId,
        createdAt: now,
      },
    });
    await recordActionItem(write, 'ActionItemAdded', made);
  }
}

/** Opens the promises that the end of a meeting carried, unless something was done with them since. */
export async function takePromisesBack(write: Write, meeting: Meeting, endedAt: Date): Promise<void> {
  const carried = await write.tx.actionItem.findMany({
    where: {
      mentorshipId: meeting.mentorshipId,
      state: 'CARRIED',
      settledAt: endedAt,
      carriedTo: { meetingId: meeting.id },
    },
    include: { carriedTo: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  for (const { carriedTo, ...item } of carried) {
    if (!carriedTo || !isUntouched(item, carriedTo)) continue;
    await handleActionItem(write, carriedTo, { state: 'DROPPED', dropReason: SET_ASIDE });
    await handleActionItem(write, item, { state: 'OPEN' });
  }
}

const isUntouched = (item: ActionItem, continuation: ActionItem) =>
  continuation.state === 'OPEN' &&
  continuation.title === item.title &&
  continuation.ownerId === item.ownerId &&
  continuation.dueOn?.getTime() === item.dueOn?.getTime();
