import type { Prisma } from '@belay/prisma/client';
import type { Viewer } from '../accounts/viewer.ts';
import { type Context, once, requireViewer } from '../context.ts';

/** A programme is seen by its members, by whoever has a mentorship in it, and by everybody signed in when it is open. */
export function visibleProgrammes(viewer: Viewer): Prisma.ProgrammeWhereInput {
  const me = viewer.personId;
  return {
    OR: [
      { open: true },
      { memberships: { some: { personId: me } } },
      { mentorships: { some: { OR: [{ mentorId: me }, { menteeId: me }] } } },
    ],
  };
}

/** Whether the viewer may see this programme; asked once for each in an operation. */
export async function maySeeProgramme(context: Context, programmeId: string): Promise<boolean> {
  const viewer = requireViewer(context);
  const found = await once(context, `programme:${programmeId}`, () =>
    context.prisma.programme.findFirst({
      where: { id: programmeId, ...visibleProgrammes(viewer) },
      select: { id: true },
    }),
  );
  return found !== null;
}
