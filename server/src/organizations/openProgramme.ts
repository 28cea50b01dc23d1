import type { Programme } from '@belay/prisma/client';
import type { Write } from '../platform/transaction.ts';

/** Ids of what an empty database is given, the same on every instance, so that it is made once. */
const FIRST = {
  organizationId: '00000000-0000-7000-8000-000000000001',
  programmeId: '00000000-0000-7000-8000-000000000002',
};

/**
 * The open programme in which somebody begins a mentorship without staff: that of an organization they are in, else
 * the oldest. A database without any is given an organization with one.
 */
export async function openProgramme(
  { tx, now }: Pick<Write, 'tx' | 'now'>,
  personId: string,
): Promise<Programme> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  const own = await tx.programme.findFirst({
    where: {
      open: true,
      organization: { programmes: { some: { memberships: { some: { personId } } } } },
    },
    orderBy,
  });
  return own ?? (await tx.programme.findFirst({ where: { open: true }, orderBy })) ?? firstProgramme(tx, now);
}

/** Two who come at once make it together: the second waits for the first and then finds what it made. */
async function firstProgramme(tx: Write['tx'], now: Date): Promise<Programme> {
  const { organizationId, programmeId: id } = FIRST;
  await tx.organization.createMany({
    data: [{ id: organizationId, name: 'Belay', createdAt: now }],
    skipDuplicates: true,
  });
  await tx.programme.createMany({
    data: [
      {
        id,
        organizationId,
        name: 'Open mentoring',
        about: 'For any two people who wish to begin.',
        open: true,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  });
  return tx.programme.findUniqueOrThrow({ where: { id } });
}
