import type { Prisma } from '@belay/prisma/client';
import type { Viewer } from '../accounts/viewer.ts';
import { type Context, once, requireViewer } from '../context.ts';

/**
 * A person is seen by themselves, by those they share or shared a mentorship with, by those they invited and by those
 * whose invitation they hold.
 */
export function visiblePeople(viewer: Viewer): Prisma.PersonWhereInput {
  const me = viewer.personId;
  return {
    OR: [
      { id: me },
      { asMentor: { some: { menteeId: me } } },
      { asMentee: { some: { mentorId: me } } },
      { invitations: { some: { mentorship: { OR: [{ mentorId: me }, { menteeId: me }] } } } },
    ],
  };
}

/** Whether the viewer may see this person; asked once for each person in an operation. */
export function maySeePerson(context: Context, personId: string): Promise<boolean> {
  const viewer = requireViewer(context);
  if (viewer.personId === personId) return Promise.resolve(true);
  return once(context, `person:${personId}`, async () => {
    const found = await context.prisma.person.findFirst({
      where: { id: personId, ...visiblePeople(viewer) },
      select: { id: true },
    });
    return found !== null;
  });
}
