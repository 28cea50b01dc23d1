import type { Mentorship, MentorshipState, Prisma, Side } from '@belay/prisma/client';
import type { Viewer } from '../accounts/viewer.ts';
import { type Context, once, requireViewer } from '../context.ts';
import { notFound } from '../platform/errors.ts';
import type { Tx } from '../platform/transaction.ts';
import { MentorshipNotActive } from './errors.ts';

/** A mentorship, and all that belongs to it, is seen by its mentor and its mentee and by nobody else. */
export function visibleMentorships(viewer: Viewer): Prisma.MentorshipWhereInput {
  return { OR: [{ mentorId: viewer.personId }, { menteeId: viewer.personId }] };
}

type Pair = { mentorId: string; menteeId: string };

/** Which side somebody is on, or null when on neither. */
export function sideOf(pair: Pair, personId: string): Side | null {
  if (pair.mentorId === personId) return 'MENTOR';
  return pair.menteeId === personId ? 'MENTEE' : null;
}

export const otherOf = (pair: Pair, personId: string) =>
  pair.mentorId === personId ? pair.menteeId : pair.mentorId;

/** Whether the viewer takes part in a mentorship; asked once for each in an operation. */
export async function takesPart(context: Context, mentorshipId: string): Promise<boolean> {
  const viewer = requireViewer(context);
  const pair = await once(context, `mentorship:${mentorshipId}`, () =>
    context.prisma.mentorship.findUnique({
      where: { id: mentorshipId },
      select: { mentorId: true, menteeId: true },
    }),
  );
  return pair !== null && sideOf(pair, viewer.personId) !== null;
}

/** States in which it is over: it takes no place, and the two may begin another. */
export const OVER = ['CLOSED', 'IN_TOUCH'] as const satisfies MentorshipState[];

/** States in which the two may change what they share. */
const CHANGEABLE: readonly MentorshipState[] = ['ACTIVE'];

/**
 * The mentorship a command is about, as one of its two sides.
 * @throws NOT_FOUND for everybody else
 */
export async function ownMentorship(
  tx: Tx,
  personId: string,
  where: Prisma.MentorshipWhereUniqueInput,
): Promise<Mentorship & { side: Side }> {
  const mentorship = await tx.mentorship.findUnique({ where });
  const side = mentorship && sideOf(mentorship, personId);
  if (!mentorship || !side) throw notFound();
  return { ...mentorship, side };
}

/** @throws MentorshipNotActive when it is over or paused: then it can be read and not changed. */
export function requireActive(mentorship: Mentorship): void {
  if (!CHANGEABLE.includes(mentorship.state)) throw new MentorshipNotActive(mentorship.id);
}
