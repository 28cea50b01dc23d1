import type { Prisma } from '@belay/prisma/client';
import type { Viewer } from '../accounts/viewer.ts';

/** A programme is seen by its members, and by everybody signed in when it is open. */
export function visibleProgrammes(viewer: Viewer): Prisma.ProgrammeWhereInput {
  return { OR: [{ open: true }, { memberships: { some: { personId: viewer.personId } } }] };
}
