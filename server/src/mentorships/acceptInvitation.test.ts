import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { testDatabaseKinds } from '../platform/testDatabase.ts';
import { invite, newAddress, secretMailedTo } from './testInvitations.ts';

const MANY = 20;
const FACTS = `... on InvitationNotOpen { invitation { id state } } ... on AlreadyTogether { mentorship { id } }
  ... on MentorIsFull { capacity }`;
type Begun = { mentorship: { id: string } };

const accept = (actor: Actor, input: Record<string, unknown>, selection = 'mentorship { id }') =>
  actor.mutate<Begun>('acceptInvitation', input, selection, FACTS);

describe.each(testDatabaseKinds)('acceptInvitation on the %s database', (database) => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ database });
  });
  afterAll(() => belay.close());

  const openOf = (mentor: Actor) =>
    belay.app.services.prisma.mentorship.findMany({
      where: { mentorId: mentor.id, mentorPlace: { not: null } },
    });
  const seqOf = async (actor: Actor) =>
    (await actor.query<{ viewer: { seq: number } }>('{ viewer { seq } }')).viewer.seq;

  async function invited(side: 'MENTOR' | 'MENTEE' = 'MENTOR') {
    const [ruth, jonas] = [await belay.person({ name: 'Ruth' }), await belay.person({ name: 'Jonas' })];
    const { invitation } = await invite(belay, ruth, { email: jonas.email, inviteeSide: side });
    return { ruth, jonas, invitationId: invitation.id };
  }

  it.each([
    ['MENTOR', 'MENTEE'],
    ['MENTEE', 'MENTOR'],
  ] as const)('begins the mentorship with the invited as %s, and tells both', async (side, otherSide) => {
    const { ruth, jonas, invitationId } = await invited(side);
    const [mentor, mentee] = side === 'MENTOR' ? [jonas, ruth] : [ruth, jonas];
    const followed = await Promise.all(
      [ruth, jonas].map(async (actor) =>
        actor.followOwn(
          await seqOf(actor),
          '... on MentorshipBegan { mentorship { id mySide } } ... on InvitationChanged { invitation { state } }',
        ),
      ),
    );
    const begun = await accept(
      jonas,
      { invitationId },
      'mentorship { id state seq mentor { id } mentee { id } programme { open myRoles } endedAt outcome }',
    );
    const { id } = begun.mentorship;
    expect(begun.mentorship).toMatchObject({
      state: 'ACTIVE',
      seq: 1,
      mentor: { id: mentor.id },
      mentee: { id: mentee.id },
      programme: { open: true, myRoles: [side] },
      endedAt: null,
      outcome: null,
    });
    await belay.settle();
    for (const [n, events] of followed.entries()) {
      expect(await events.next()).toMatchObject({
        __typename: 'MentorshipBegan',
        mentorship: { id, mySide: n === 0 ? otherSide : side },
      });
      expect(await events.next()).toMatchObject({
        __typename: 'InvitationChanged',
        invitation: { state: 'ACCEPTED' },
      });
      await events.stop();
    }
    const opened = ruth.follow(id, 0, '... on MentorshipOpened { mentorship { id } }');
    expect(await opened.next()).toMatchObject({ __typename: 'MentorshipOpened', mentorship: { id } });
    await opened.stop();
    const mail = (await belay.mails()).find(({ to }) => to === ruth.email);
    expect(mail).toMatchObject({
      subject: 'Jonas said yes',
      text: expect.stringContaining(`/mentorships/${id}`),
    });
  });

  it('opens with the secret of the link for somebody who signed up with that address', async () => {
    const ruth = await belay.person();
    const email = newAddress();
    await invite(belay, ruth, { email });
    const token = await secretMailedTo(belay, email);
    expect(await belay.stranger().refusal('acceptInvitation', { token })).toBe('UNAUTHENTICATED');
    const late = await belay.person({ email });
    expect((await accept(late, { token })).__typename).toBe('AcceptInvitationPayload');
  });

  it('is for nobody else, whoever holds the secret', async () => {
    const { ruth, jonas, invitationId } = await invited();
    const token = await secretMailedTo(belay, jonas.email);
    const before = await seqOf(jonas);
    expect((await accept(await belay.person(), { token })).__typename).toBe('WrongAddress');
    expect((await accept(ruth, { token })).__typename).toBe('NotWithYourself');
    expect((await accept(ruth, { invitationId })).__typename).toBe('NotWithYourself');
    const other = await belay.person();
    expect(await other.refusal('acceptInvitation', { invitationId })).toBe('NOT_FOUND');
    expect(await other.refusal('acceptInvitation', { token: `${token}x` })).toBe('NOT_FOUND');
    expect(await other.refusal('acceptInvitation', { invitationId: 'no id' })).toBe('NOT_FOUND');
    expect(await other.refusal('acceptInvitation', { token: 'x'.repeat(201) })).toBe('BAD_USER_INPUT');
    expect(await jonas.refusal('acceptInvitation', {})).toBe('BAD_USER_INPUT');
    expect(await jonas.refusal('acceptInvitation', { token, invitationId })).toBe('BAD_USER_INPUT');
    await belay.app.services.prisma.person.update({
      where: { id: jonas.id },
      data: { emailVerified: false },
    });
    expect((await accept(jonas, { token })).__typename).toBe('WrongAddress');
    expect(await openOf(jonas)).toEqual([]);
    expect(await seqOf(jonas)).toBe(before);
  });

  it('begins once, however often it is sent', async () => {
    const { jonas, invitationId } = await invited();
    const same = await Promise.all([1, 2, 3].map(() => accept(jonas, { invitationId, opId: 'yes' })));
    expect(new Set(same.map(({ mentorship }) => mentorship.id)).size).toBe(1);
    const again = await accept(jonas, { invitationId });
    expect(again).toMatchObject({ __typename: 'InvitationNotOpen', invitation: { state: 'ACCEPTED' } });
    expect(await openOf(jonas)).toHaveLength(1);
  });

  it('never gives a mentor more mentees than there is room for, whatever arrives at once', async () => {
    const mentor = await belay.person({ capacity: 3 });
    const mentees = await Promise.all(Array.from({ length: MANY }, () => belay.person()));
    const invitations = await Promise.all(
      mentees.map((mentee) => invite(belay, mentor, { email: mentee.email, inviteeSide: 'MENTEE' })),
    );
    const outcomes = await Promise.all(
      mentees.map((mentee, n) => accept(mentee, { invitationId: invitations[n]?.invitation.id })),
    );
    expect(outcomes.filter(({ __typename }) => __typename === 'AcceptInvitationPayload')).toHaveLength(3);
    const full = outcomes.filter(({ __typename }) => __typename === 'MentorIsFull');
    expect(full).toHaveLength(MANY - 3);
    // How much room somebody keeps is theirs to know.
    expect(full[0]).toMatchObject({ capacity: null });
    expect((await openOf(mentor)).map(({ mentorPlace }) => mentorPlace).sort()).toEqual([1, 2, 3]);
    const states = await belay.app.services.prisma.invitation.groupBy({
      by: ['state'],
      where: { inviterId: mentor.id },
      _count: true,
    });
    expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toEqual({
      ACCEPTED: 3,
      SENT: MANY - 3,
    });
  });

  it('gives the lowest place that is free', async () => {
    const mentor = await belay.person({ capacity: 3 });
    const pairs = [await belay.pair({ mentor }), await belay.pair({ mentor }), await belay.pair({ mentor })];
    await belay.app.services.prisma.mentorship.update({
      where: { id: pairs[1]?.mentorshipId ?? '' },
      data: { state: 'CLOSED', mentorPlace: null },
    });
    const mentee = await belay.person();
    const { invitation } = await invite(belay, mentor, { email: mentee.email, inviteeSide: 'MENTEE' });
    const { mentorship } = await accept(mentee, { invitationId: invitation.id });
    expect((await openOf(mentor)).find(({ id }) => id === mentorship.id)?.mentorPlace).toBe(2);
  });

  it('opens one mentorship for two who ask one another at the same moment', async () => {
    const [ruth, jonas] = [await belay.person(), await belay.person()];
    const asks = await Promise.all([
      invite(belay, ruth, { email: jonas.email, inviteeSide: 'MENTOR' }),
      invite(belay, jonas, { email: ruth.email, inviteeSide: 'MENTOR' }),
    ]);
    const outcomes = await Promise.all([
      accept(jonas, { invitationId: asks[0].invitation.id }),
      accept(ruth, { invitationId: asks[1].invitation.id }),
    ]);
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'AcceptInvitationPayload',
      'AlreadyTogether',
    ]);
    expect(outcomes[0].mentorship.id).toBe(outcomes[1].mentorship.id);
  });

  it('lets two begin again once theirs is over', async () => {
    const { mentor, mentee } = await belay.pair({ state: 'CLOSED' });
    const { invitation } = await invite(belay, mentee, { email: mentor.email });
    expect((await accept(mentor, { invitationId: invitation.id })).__typename).toBe(
      'AcceptInvitationPayload',
    );
  });

  it('lets one answer count when a yes, a no and a withdrawal arrive at once', async () => {
    const { ruth, jonas, invitationId } = await invited();
    const outcomes = await Promise.all([
      accept(jonas, { invitationId }),
      jonas.mutate('declineInvitation', { invitationId }),
      ruth.mutate('withdrawInvitation', { invitationId }),
    ]);
    expect(outcomes.filter(({ __typename }) => __typename.endsWith('Payload'))).toHaveLength(1);
    expect(outcomes.filter(({ __typename }) => __typename === 'InvitationNotOpen')).toHaveLength(2);
    const begun = outcomes[0].__typename === 'AcceptInvitationPayload' ? 1 : 0;
    expect(await openOf(jonas)).toHaveLength(begun);
  });
});
