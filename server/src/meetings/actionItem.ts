import type { ActionItem, ActionState, Mentorship } from '@belay/prisma/client';
import { ownMentorship, requireActive } from '../mentorships/policy.ts';
import { Fact, notFound } from '../platform/errors.ts';
import type { Write } from '../platform/transaction.ts';
import { actionItemFacts } from './facts.ts';
import { touch } from './policy.ts';

/** The promise was kept, dropped or carried: it is not open any more. */
export class ActionItemSettledAlready extends Fact {
  readonly actionItemId: string;
  constructor({ id, state }: Pick<ActionItem, 'id' | 'state'>) {
    super(`This promise ${WORDS[state]}.`);
    this.actionItemId = id;
  }
}

const WORDS: Record<ActionState, string> = {
  OPEN: 'is open',
  DONE: 'has been kept already',
  DROPPED: 'was dropped',
  CARRIED: 'was carried to the next meeting',
};

/**
 * The promise a command is about, its mentorship's stream locked. Promises outlive their meeting: what counts is that
 * the mentorship goes on.
 * @throws NOT_FOUND, MentorshipNotActive
 */
export async function ownActionItem(
  { tx, lock }: Write,
  personId: string,
  id: string,
): Promise<ActionItem & { mentorship: Mentorship }> {
  const found = await tx.actionItem.findUnique({ where: { id }, select: { mentorshipId: true } });
  if (!found) throw notFound();
  await ownMentorship(tx, personId, { id: found.mentorshipId });
  await lock(found.mentorshipId);
  const mentorship = await ownMentorship(tx, personId, { id: found.mentorshipId });
  requireActive(mentorship);
  return { ...(await tx.actionItem.findUniqueOrThrow({ where: { id } })), mentorship };
}

/** @throws ActionItemSettledAlready */
export function requireUnsettled(item: Pick<ActionItem, 'id' | 'state'>): void {
  if (item.state !== 'OPEN') throw new ActionItemSettledAlready(item);
}

/** @throws NOT_FOUND unless it is the mentor or the mentee who would owe it */
export function requireSide(
  { mentorId, menteeId }: Pick<Mentorship, 'mentorId' | 'menteeId'>,
  ownerId: string,
): void {
  if (ownerId !== mentorId && ownerId !== menteeId) throw notFound();
}

type Handling = { state: ActionState; dropReason?: string };

/** Moves a promise to another state and records it. */
export async function handleActionItem(
  write: Write,
  { id }: Pick<ActionItem, 'id'>,
  { state, dropReason }: Handling,
): Promise<void> {
  const settledAt = state === 'OPEN' ? null : write.now;
  const item = await write.tx.actionItem.update({
    where: { id },
    data: { state, settledAt, dropReason: dropReason ?? null, version: { increment: 1 } },
  });
  await recordActionItem(write, 'ActionItemHandled', item);
}

/** Records what happened to a promise, with how it stands now. */
export async function recordActionItem(
  { tx, now, record }: Write,
  type: 'ActionItemAdded' | 'ActionItemEdited' | 'ActionItemHandled',
  item: ActionItem,
): Promise<void> {
  await touch(tx, item, now);
  await record({
    streamId: item.mentorshipId,
    type,
    payload: { meetingId: item.meetingId, actionItem: actionItemFacts(item) },
  });
}
