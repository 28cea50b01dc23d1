import { createHash, randomBytes } from 'node:crypto';
import type { MentorshipState, PrismaClient } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import type { Actor } from './actor.ts';

export type NewPerson = { name?: string; email?: string; zone?: string; capacity?: number };

export type Pair = { mentor: Actor; mentee: Actor; mentorshipId: string; state: MentorshipState };

const NAMES = [
  'Ruth Amsel',
  'Jonas Weil',
  'Mara Okafor',
  'Tomas Lind',
  'Ines Duarte',
  'Pavel Horak',
  'Nia Brandt',
];
let made = 0;

/** Writes down a person with an account and a personal token, as if they had signed up. */
export async function addPerson(prisma: PrismaClient, now: Date, given: NewPerson) {
  made += 1;
  const id = uuidv7();
  const name = given.name ?? NAMES[made % NAMES.length] ?? 'Ruth Amsel';
  const email = given.email ?? `person${made}.${id.slice(-6)}@example.org`;
  const token = `belay_pat_${randomBytes(32).toString('base64url')}`;
  await prisma.person.create({
    data: {
      id,
      name,
      email,
      emailVerified: true,
      zone: given.zone ?? 'Europe/Zurich',
      profile: { create: { capacity: given.capacity ?? 5 } },
      tokens: {
        create: {
          id: uuidv7(),
          name: 'test',
          hash: createHash('sha256').update(token).digest('hex'),
          hint: token.slice(0, 14),
          createdAt: now,
          expiresAt: new Date(now.getTime() + 365 * 24 * 3600 * 1000),
        },
      },
    },
  });
  return { id, name, email, token };
}

/** The programme that is open to everybody; made when the server has not made one. */
export async function openProgramme(prisma: PrismaClient): Promise<string> {
  const known = await prisma.programme.findFirst({ where: { open: true }, select: { id: true } });
  if (known) return known.id;
  const now = new Date();
  const { programmes } = await prisma.organization.create({
    data: {
      id: uuidv7(),
      name: 'Belay',
      createdAt: now,
      programmes: { create: { id: uuidv7(), name: 'Open programme', open: true, createdAt: now } },
    },
    include: { programmes: true },
  });
  return programmes[0]?.id ?? '';
}

type NewMentorship = { mentor: Actor; mentee: Actor; programmeId: string; state: MentorshipState };

/** Writes down a mentorship between the two, in the mentor's lowest free place. */
export async function addMentorship(
  prisma: PrismaClient,
  now: Date,
  { mentor, mentee, programmeId, state }: NewMentorship,
): Promise<{ mentorshipId: string }> {
  const over = state === 'CLOSED' || state === 'IN_TOUCH';
  const taken = await prisma.mentorship.findMany({
    where: { mentorId: mentor.id, mentorPlace: { not: null } },
    select: { mentorPlace: true },
  });
  const places = new Set(taken.map(({ mentorPlace }) => mentorPlace));
  let place = 1;
  while (places.has(place)) place += 1;
  const { id } = await prisma.mentorship.create({
    data: {
      id: uuidv7(),
      programmeId,
      mentorId: mentor.id,
      menteeId: mentee.id,
      state,
      mentorPlace: over ? null : place,
      startedAt: now,
      endedAt: over ? now : null,
      createdAt: now,
    },
  });
  return { mentorshipId: id };
}
