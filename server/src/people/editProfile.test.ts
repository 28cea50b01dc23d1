import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { testDatabaseKinds } from '../platform/testDatabase.ts';

type Profile = {
  version: number;
  name: string;
  headline: string;
  about: string;
  zone: string;
  capacity: number;
};

describe.each(testDatabaseKinds)('editProfile on the %s database', (database) => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ database });
  });
  afterAll(() => belay.close());

  const ALL = 'version name headline about zone capacity';
  const read = async (actor: Actor) =>
    (await actor.query<{ viewer: { person: Profile; seq: number } }>(`{ viewer { seq person { ${ALL} } } }`))
      .viewer;

  it('changes what is named and leaves the rest, and tells one’s other windows', async () => {
    const ruth = await belay.person({ name: 'Ruth', capacity: 5 });
    const followed = ruth.followOwn(0, '... on ProfileEdited { person { headline version } }');
    const outcome = await ruth.mutate<{ person: Profile }>(
      'editProfile',
      { version: 1, headline: '  Resident, paediatrics ', zone: 'Asia/Tokyo', opId: 'a' },
      `person { ${ALL} }`,
    );
    const expected = {
      version: 2,
      name: 'Ruth',
      headline: 'Resident, paediatrics',
      about: '',
      zone: 'Asia/Tokyo',
    };
    expect(outcome.person).toEqual({ ...expected, capacity: 5 });
    expect(await followed.next()).toMatchObject({
      __typename: 'ProfileEdited',
      opId: 'a',
      person: { headline: 'Resident, paediatrics', version: 2 },
    });
    await followed.stop();
  });

  it('works for somebody who never wrote one', async () => {
    const nia = await belay.person();
    await belay.app.services.prisma.profile.delete({ where: { personId: nia.id } });
    expect((await read(nia)).person).toMatchObject({ version: 1, capacity: 2, headline: '' });
    await nia.mutate('editProfile', { version: 1, about: 'Hello' });
    expect((await read(nia)).person).toMatchObject({ version: 2, capacity: 2, about: 'Hello' });
  });

  it('does once what is sent twice', async () => {
    const ines = await belay.person();
    const twice = await Promise.all(
      [1, 2].map(() => ines.mutate('editProfile', { version: 1, name: 'Inês', opId: 'twice' })),
    );
    expect(twice.map(({ __typename }) => __typename)).toEqual(['EditProfilePayload', 'EditProfilePayload']);
    expect(await read(ines)).toMatchObject({ seq: 1, person: { version: 2, name: 'Inês' } });
    expect(await ines.refusal('editProfile', { version: 1, name: 'Other', opId: 'twice' })).toBe('CONFLICT');
  });

  it('shows how it stands to whoever names an old version, and changes nothing', async () => {
    const ruth = await belay.person();
    await ruth.mutate('editProfile', { version: 1, headline: 'New' });
    const late = await ruth.mutate<{ current: Profile }>(
      'editProfile',
      { version: 1, headline: 'Late' },
      '__typename',
      '... on Outdated { current { id ... on Person { headline version } } }',
    );
    expect(late).toMatchObject({
      __typename: 'Outdated',
      current: { id: ruth.id, headline: 'New', version: 2 },
    });
    expect(await read(ruth)).toMatchObject({ seq: 1, person: { headline: 'New' } });
  });

  it.each([
    ['a name of nothing', { name: '   ' }],
    ['a name of 81', { name: 'x'.repeat(81) }],
    ['a headline of 161', { headline: 'x'.repeat(161) }],
    ['2,001 characters about oneself', { about: 'x'.repeat(2001) }],
    ['a zone there is not', { zone: 'Mars/Olympus' }],
    ['an offset for a zone', { zone: '+02:00' }],
    ['less than no room', { capacity: -1 }],
    ['room for 51', { capacity: 51 }],
  ])('refuses %s and changes nothing', async (_what, input) => {
    const mara = await belay.person();
    const before = await read(mara);
    expect(await mara.refusal('editProfile', { version: 1, ...input })).toBe('BAD_USER_INPUT');
    expect(await read(mara)).toEqual(before);
  });

  it('never makes the capacity smaller than the mentees there are', async () => {
    const mentor = await belay.person({ capacity: 5 });
    for (let n = 0; n < 3; n += 1) await belay.pair({ mentor });
    const refused = await mentor.mutate(
      'editProfile',
      { version: 1, capacity: 2 },
      '__typename',
      '... on MentorIsFull { capacity }',
    );
    expect(refused).toMatchObject({ __typename: 'MentorIsFull', capacity: 3 });
    expect((await read(mentor)).person).toMatchObject({ version: 1, capacity: 5 });
    expect((await mentor.mutate('editProfile', { version: 1, capacity: 3 })).__typename).toBe(
      'EditProfilePayload',
    );
  });

  it('moves mentees to the first places when the capacity shrinks', async () => {
    const { prisma } = belay.app.services;
    const mentor = await belay.person({ capacity: 5 });
    const pairs = [await belay.pair({ mentor }), await belay.pair({ mentor }), await belay.pair({ mentor })];
    await prisma.mentorship.update({
      where: { id: pairs[0]?.mentorshipId ?? '' },
      data: { state: 'CLOSED', mentorPlace: null, endedAt: belay.clock.now() },
    });
    await mentor.mutate('editProfile', { version: 1, capacity: 2 });
    const open = await prisma.mentorship.findMany({ where: { mentorId: mentor.id, state: 'ACTIVE' } });
    expect(open.map(({ mentorPlace }) => mentorPlace).sort()).toEqual([1, 2]);
  });

  it('asks strangers to sign in', async () => {
    expect(await belay.stranger().refusal('editProfile', { version: 1 })).toBe('UNAUTHENTICATED');
  });
});
