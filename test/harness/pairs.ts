import { openDatabase } from '@belay/server/database';
import type { TestDatabase } from '@belay/server/testDatabase';
import { Actor } from './actor.ts';
import { addMentorship, addPerson, openProgramme, type Pair } from './story.ts';

/**
 * Writes pairs into a database that no server has open, for servers that are processes of their own. Each pair is
 * given as seen by the server at `url`.
 */
export async function addPairs(
  { config }: Pick<TestDatabase, 'config'>,
  count: number,
): Promise<((url: string) => Pair)[]> {
  const { prisma, close } = await openDatabase(config);
  try {
    const programmeId = await openProgramme(prisma);
    const now = new Date();
    const pairs: ((url: string) => Pair)[] = [];
    while (pairs.length < count) {
      const mentor = await addPerson(prisma, now, { name: 'Ruth Amsel' });
      const mentee = await addPerson(prisma, now, { name: 'Jonas Weil' });
      const at = (url: string) => ({
        mentor: new Actor({ url, ...mentor }),
        mentee: new Actor({ url, ...mentee }),
      });
      const made = await addMentorship(prisma, now, { ...at(''), programmeId, state: 'ACTIVE' });
      pairs.push((url) => ({ ...at(url), state: 'ACTIVE', ...made }));
    }
    return pairs;
  } finally {
    await close();
  }
}
