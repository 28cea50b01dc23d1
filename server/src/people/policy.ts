import type { Prisma } from '@belay/prisma/client';
import type { Viewer } from '../accounts/viewer.ts';
import { type Context, once, requireViewer } from '../context.ts';
import type { Tx } from '../platform/transaction.ts';

/** The address somebody has proved to be theirs; null while they have not. Invitations to it are for them. */
export async function verifiedAddressOf(db: Pick<Tx, 'person'>, personId: string): Promise<string | null> {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { email: true, emailVerified: true },
  });
  return person?.emailVerified ? person.email.toLowerCase() : null;
}

/** The viewer's own proved address; read once in an operation. */
export function verifiedAddress(context: Context): Promise<string | null> {
  const { personId } = requireViewer(context);
  return once(context, 'verifiedAddress', () => verifiedAddressOf(context.prisma, personId));
}

/** Those somebody shares or shared a mentorship with. */
function partners({ personId }: Viewer): Prisma.PersonWhereInput {
  return {
    OR: [{ asMentor: { some: { menteeId: personId } } }, { asMentee: { some: { mentorId: personId } } }],
  };
}

/**
 * Whether the viewer may see this person: themselves, those they share or shared a mentorship with, and those who
 * invited them. Asked once for each person in an operation.
 */
export async function maySeePerson(context: Context, personId: string): Promise<boolean> {
  const viewer = requireViewer(context);
  if (viewer.personId === personId) return true;
  return once(context, `person:${personId}`, async () => {
    const { person, invitation } = context.prisma;
    const select = { id: true };
    if (await person.findFirst({ where: { id: personId, ...partners(viewer) }, select })) return true;
    const email = await verifiedAddress(context);
    if (email === null) return false;
    return (await invitation.findFirst({ where: { inviterId: personId, email }, select })) !== null;
  });
}
