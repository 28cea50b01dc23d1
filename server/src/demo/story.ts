import type { Services } from '../context.ts';

/**
 * Fills an empty database with the sample story, and sees to it that there is a meeting that is live. Leaves a database
 * with other people in it alone.
 */
export async function tellStory({ prisma, clock }: Pick<Services, 'prisma' | 'clock'>): Promise<void> {
  // Some hundred kilobytes of story that only a demonstration needs.
  const { seedSampleStory, refreshLiveMeeting } = await import('@belay/prisma/seed');
  const anybody = await prisma.person.findFirst({ select: { id: true } });
  if (anybody) await refreshLiveMeeting(prisma, clock.now());
  else await seedSampleStory(prisma, { now: clock.now() });
}
