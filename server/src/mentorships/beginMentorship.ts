import type { Prisma, Role } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import type { Tx, Write } from '../platform/transaction.ts';
import { AlreadyTogether } from './errors.ts';
import { freePlace } from './places.ts';
import { OVER } from './policy.ts';

type Pair = { programmeId: string; mentorId: string; menteeId: string };

/**
 * Opens a mentorship, active at once until compacts exist, and tells both. Lock both people's streams first, in the
 * order of their ids, so that their other beginnings wait.
 * @throws AlreadyTogether when the two have an open one in this programme; MentorIsFull when there is no place
 */
export async function beginMentorship(write: Write, pair: Pair): Promise<string> {
  const { tx, now, record } = write;
  await requireApart(tx, pair);
  const mentorPlace = await freePlace(tx, pair.mentorId);
  await join(write, pair.programmeId, pair.mentorId, 'MENTOR');
  await join(write, pair.programmeId, pair.menteeId, 'MENTEE');
  const { id, state } = await tx.mentorship.create({
    data: { id: uuidv7(), ...pair, mentorPlace, state: 'ACTIVE', startedAt: now, createdAt: now },
  });
  const payload = { mentorshipId: id, ...pair, state, startedAt: now.toISOString() };
  await record({ streamId: id, type: 'MentorshipOpened', payload });
  for (const streamId of [pair.mentorId, pair.menteeId]) {
    await record({ streamId, type: 'MentorshipBegan', payload: { mentorshipId: id } });
  }
  return id;
}

async function requireApart(tx: Tx, { programmeId, mentorId, menteeId }: Pair): Promise<void> {
  const either: Prisma.MentorshipWhereInput[] = [
    { mentorId, menteeId },
    { mentorId: menteeId, menteeId: mentorId },
  ];
  const open = await tx.mentorship.findFirst({
    where: { programmeId, OR: either, state: { notIn: [...OVER] } },
    select: { id: true },
  });
  if (open) throw new AlreadyTogether(open.id);
}

/** Makes somebody a member of the programme in this role; the roles they have stay. */
async function join({ tx, now }: Write, programmeId: string, personId: string, role: Role): Promise<void> {
  const key = { programmeId_personId: { programmeId, personId } };
  const membership = await tx.membership.findUnique({ where: key });
  if (membership?.roles.includes(role)) return;
  await tx.membership.upsert({
    where: key,
    create: { programmeId, personId, roles: [role], joinedAt: now },
    update: { roles: { push: role } },
  });
}
