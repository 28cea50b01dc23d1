import { describe, expect, it } from 'vitest';
import { startBelay } from '../../../test/harness/belay.ts';
import { testDatabaseKinds } from '../platform/testDatabase.ts';

describe.each(testDatabaseKinds)('the open programme, on the %s database', (database) => {
  it('is made once in a database that has none, however many begin at once', async () => {
    const belay = await startBelay({ database });
    const { prisma } = belay.app.services;
    await prisma.programme.deleteMany();
    await prisma.organization.deleteMany();
    const people = await Promise.all(Array.from({ length: 8 }, () => belay.person()));
    const outcomes = await Promise.all(
      people.map((person, n) =>
        person.mutate('sendInvitation', {
          email: `somebody${n}@example.org`,
          inviteeSide: 'MENTOR',
          words: '',
        }),
      ),
    );
    expect(outcomes.map(({ __typename }) => __typename)).toEqual(Array(8).fill('SendInvitationPayload'));
    expect(
      await prisma.programme.findMany({ select: { open: true, organization: { select: { name: true } } } }),
    ).toEqual([{ open: true, organization: { name: 'Belay' } }]);
    await belay.close();
  });
});
