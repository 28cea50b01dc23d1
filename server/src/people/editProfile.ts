import type { Profile } from '@belay/prisma/client';
import { type Context, requireViewer } from '../context.ts';
import { Outdated } from '../platform/facts.ts';
import { type Tx, transaction } from '../platform/transaction.ts';
import { MentorIsFull } from './errors.ts';
import type { ProfileFacts } from './events.ts';
import { DEFAULT_CAPACITY } from './limits.ts';

export type EditProfile = {
  version: number;
  name?: string | null;
  headline?: string | null;
  about?: string | null;
  zone?: string | null;
  capacity?: number | null;
  opId?: string | null;
};

/** Changes what others read about the viewer, and how many mentees they have room for. */
export function editProfile(context: Context, input: EditProfile): Promise<{ personId: string }> {
  const { personId } = requireViewer(context);
  return transaction(
    context,
    { actorId: personId, name: 'editProfile', input },
    async ({ tx, lock, record }) => {
      await lock(personId);
      const now = await tx.profile.findUnique({ where: { personId } });
      if (input.version !== (now?.version ?? 1)) throw outdated(personId);
      if (input.capacity != null) await fitMentees(tx, personId, input.capacity);

      const person = await tx.person.update({
        where: { id: personId },
        data: { name: input.name ?? undefined, zone: input.zone ?? undefined },
        select: { name: true, zone: true },
      });
      const profile = profileAfter(personId, now, input);
      await tx.profile.upsert({ where: { personId }, create: profile, update: profile });
      const payload: ProfileFacts = { ...person, ...profile };
      await record({ streamId: personId, type: 'ProfileEdited', payload });
      return { personId };
    },
  );
}

const outdated = (id: string) =>
  new Outdated('Person', (prisma) => prisma.person.findUniqueOrThrow({ where: { id } }));

function profileAfter(personId: string, now: Profile | null, input: EditProfile): Profile {
  return {
    personId,
    headline: input.headline ?? now?.headline ?? '',
    about: input.about ?? now?.about ?? '',
    capacity: input.capacity ?? now?.capacity ?? DEFAULT_CAPACITY,
    version: input.version + 1,
  };
}

/**
 * Moves the mentees there are to the mentor's first places, so that those beyond a smaller capacity are free.
 * @throws MentorIsFull when there are more mentees than that
 */
async function fitMentees(tx: Tx, mentorId: string, capacity: number): Promise<void> {
  const open = await tx.mentorship.findMany({
    where: { mentorId, mentorPlace: { not: null } },
    orderBy: { mentorPlace: 'asc' },
    select: { id: true, mentorPlace: true },
  });
  if (open.length > capacity) {
    const message = `You have ${open.length} mentees now, so your capacity cannot be smaller than that.`;
    throw new MentorIsFull(message, mentorId, open.length);
  }
  // In ascending order each moves down to a place that is free by then.
  for (const [index, { id, mentorPlace }] of open.entries()) {
    if (mentorPlace !== index + 1)
      await tx.mentorship.update({ where: { id }, data: { mentorPlace: index + 1 } });
  }
}
