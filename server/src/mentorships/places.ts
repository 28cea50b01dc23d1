import { MentorIsFull } from '../people/errors.ts';
import { DEFAULT_CAPACITY } from '../people/limits.ts';
import type { Tx } from '../platform/transaction.ts';

/**
 * The lowest of a mentor's places, 1 … capacity, that no open mentorship takes. Lock the mentor's stream first; the
 * database refuses a place that is taken.
 * @throws MentorIsFull when there is none
 */
export async function freePlace(tx: Tx, mentorId: string): Promise<number> {
  const profile = await tx.profile.findUnique({ where: { personId: mentorId }, select: { capacity: true } });
  const capacity = profile?.capacity ?? DEFAULT_CAPACITY;
  const open = await tx.mentorship.findMany({
    where: { mentorId, mentorPlace: { not: null } },
    select: { mentorPlace: true },
  });
  const taken = new Set(open.map(({ mentorPlace }) => mentorPlace));
  for (let place = 1; place <= capacity && taken.size < capacity; place += 1) {
    if (!taken.has(place)) return place;
  }
  const message = 'There is no room for another mentee now. Once one of the mentorships has ended, there is.';
  throw new MentorIsFull(message, mentorId, capacity);
}
