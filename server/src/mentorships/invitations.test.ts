import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { days, hours } from '../platform/clock.ts';
import { remindOfInvitation } from './remindOfInvitation.ts';
import { ALL, type Invited, invite, newAddress, secretMailedTo } from './testInvitations.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

const open = (actor: Actor, token: string) =>
  actor.ask<{ invitation: Invited }>(`query($token: String!) { invitation(token: $token) { ${ALL} } }`, {
    token,
  });
const mailsTo = async (address: string) => (await belay.mails()).filter(({ to }) => to === address);
const received = async (actor: Actor) =>
  (
    await actor.query<{ viewer: { invitationsReceived: Invited[] } }>(
      `{ viewer { invitationsReceived { ${ALL} } } }`,
    )
  ).viewer.invitationsReceived;

describe('sendInvitation', () => {
  it('mails a link that shows who asks, as what and why, to whoever holds it', async () => {
    const ruth = await belay.person({ name: 'Ruth Amsel' });
    const email = newAddress();
    const { invitation } = await invite(belay, ruth, {
      email: ` ${email.toUpperCase()} `,
      words: ' You teach so well ',
    });
    expect(invitation).toMatchObject({
      email,
      state: 'SENT',
      inviteeSide: 'MENTOR',
      words: 'You teach so well',
    });

    const [mail, ...more] = await mailsTo(email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Ruth Amsel asks you to be their mentor');
    expect(mail?.text).toContain('You teach so well');
    const token = await secretMailedTo(belay, email);
    expect(token).toMatch(/^[\w-]{43}$/);

    const seen = (await open(belay.stranger(), token)).data?.invitation;
    expect(seen).toEqual({
      ...invitation,
      email: null,
      inviter: null,
      mentorship: null,
      inviterName: 'Ruth Amsel',
    });
  });

  it('keeps no secret that opens it', async () => {
    const email = newAddress();
    await invite(belay, await belay.person(), { email });
    const token = await secretMailedTo(belay, email);
    const { rows } = await belay.app.database.pool.query(
      `SELECT i::text AS row FROM invitation i UNION ALL SELECT j::text FROM job j UNION ALL SELECT e::text FROM stream_event e
       UNION ALL SELECT o::text FROM operation o`,
    );
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is answered the same whether the address has an account or not', async () => {
    const ruth = await belay.person();
    const known = await belay.person({ capacity: 0 });
    const together = await belay.pair({ mentee: ruth });
    const answers = [];
    for (const email of [newAddress(), known.email, together.mentor.email]) {
      const { __typename, invitation } = await invite(belay, ruth, { email });
      answers.push({ __typename, ...invitation, id: '', email: '', createdAt: '', expiresAt: '' });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('tells an account with that address at once, and shows it who asks', async () => {
    const ruth = await belay.person({ name: 'Ruth Amsel' });
    const jonas = await belay.person();
    const followed = jonas.followOwn(0, `... on InvitationReceived { invitation { ${ALL} } }`);
    await invite(belay, ruth, { email: jonas.email, inviteeSide: 'MENTEE' });
    const expected = {
      inviter: { name: 'Ruth Amsel', headline: '' },
      email: jonas.email,
      inviteeSide: 'MENTEE',
    };
    expect(await followed.next()).toMatchObject({ __typename: 'InvitationReceived', invitation: expected });
    expect(await received(jonas)).toMatchObject([expected]);
    await followed.stop();
  });

  it('waits for somebody who signs up with that address later', async () => {
    const email = newAddress();
    await invite(belay, await belay.person(), { email });
    const late = await belay.person({ email });
    expect(await received(late)).toMatchObject([{ email, state: 'SENT' }]);
  });

  it('shows nothing to an address that was not proved', async () => {
    const jonas = await belay.person();
    await invite(belay, await belay.person(), { email: jonas.email });
    await belay.app.services.prisma.person.update({
      where: { id: jonas.id },
      data: { emailVerified: false },
    });
    expect(await received(jonas)).toEqual([]);
  });

  it('sends once what is asked twice', async () => {
    const ruth = await belay.person();
    const input = { email: newAddress(), inviteeSide: 'MENTOR', words: '', opId: 'ask' };
    const both = await Promise.all(
      [1, 2].map(() => ruth.mutate<{ invitation: Invited }>('sendInvitation', input, 'invitation { id }')),
    );
    expect(both[0]?.invitation).toEqual(both[1]?.invitation);
    await belay.settle();
    expect(await mailsTo(input.email)).toHaveLength(1);
  });

  it.each([
    ['no address', { email: 'ruth at example' }],
    ['two addresses', { email: 'a@example.org,b@example.org' }],
    ['an address with a line of its own', { email: 'a@example.org\nBcc: b@example.org' }],
    ['an address of 255', { email: `${'x'.repeat(243)}@example.org` }],
    ['1,001 characters', { words: 'x'.repeat(1001) }],
  ])('refuses %s', async (_what, input) => {
    const ruth = await belay.person();
    const wrong = { email: newAddress(), inviteeSide: 'MENTOR', words: '', ...input };
    expect(await ruth.refusal('sendInvitation', wrong)).toBe('BAD_USER_INPUT');
    expect(await sentBy(ruth)).toEqual({ seq: 0, states: [] });
  });

  const sentBy = async (actor: Actor) => {
    const { viewer } = await actor.query<{
      viewer: { seq: number; invitationsSent: { edges: { node: Invited }[] } };
    }>('{ viewer { seq invitationsSent(first: 100) { edges { node { state } } } } }');
    return { seq: viewer.seq, states: viewer.invitationsSent.edges.map(({ node }) => node.state) };
  };

  it('refuses oneself, the same address twice, and a partner one invited', async () => {
    const ruth = await belay.person();
    const jonas = await belay.person();
    expect((await invite(belay, ruth, { email: ruth.email.toUpperCase() })).__typename).toBe(
      'NotWithYourself',
    );
    const { invitation } = await invite(belay, ruth, { email: jonas.email });
    expect(await invite(belay, ruth, { email: jonas.email, inviteeSide: 'MENTEE' })).toMatchObject({
      __typename: 'AlreadyInvited',
      invitation: { id: invitation.id },
    });
    const { mentorship } = await jonas.mutate<{ mentorship: { id: string } }>(
      'acceptInvitation',
      { invitationId: invitation.id },
      'mentorship { id }',
    );
    expect(await invite(belay, ruth, { email: jonas.email })).toMatchObject({
      __typename: 'AlreadyTogether',
      mentorship: { id: mentorship.id },
    });
    expect((await sentBy(ruth)).states).toEqual(['ACCEPTED']);
  });

  it('refuses a mentor who has no room, and asks nothing of a mentor who is invited', async () => {
    const ruth = await belay.person({ capacity: 1 });
    await belay.pair({ mentor: ruth });
    expect(await invite(belay, ruth, { inviteeSide: 'MENTEE' })).toMatchObject({
      __typename: 'MentorIsFull',
      capacity: 1,
    });
    expect(await sentBy(ruth)).toEqual({ seq: 0, states: [] });
    expect((await invite(belay, ruth, { inviteeSide: 'MENTOR' })).__typename).toBe('SendInvitationPayload');
  });

  it('lets 20 wait, whatever arrives at once, and 40 go out in a day', async () => {
    const ruth = await belay.person();
    const outcomes = await Promise.all(Array.from({ length: 25 }, () => invite(belay, ruth)));
    expect(outcomes.filter(({ __typename }) => __typename === 'SendInvitationPayload')).toHaveLength(20);
    expect(outcomes.find(({ __typename }) => __typename === 'TooMany')).toMatchObject({ limit: 20 });
    for (const { invitation } of outcomes.filter(({ invitation }) => invitation)) {
      await ruth.mutate('withdrawInvitation', { invitationId: invitation.id });
    }
    for (let n = 0; n < 20; n += 1) {
      const { invitation } = await invite(belay, ruth);
      await ruth.mutate('withdrawInvitation', { invitationId: invitation.id });
    }
    const more = { email: newAddress(), inviteeSide: 'MENTOR', words: '' };
    expect(await ruth.refusal('sendInvitation', more)).toBe('RATE_LIMITED');
    belay.clock.advance(days(1));
    expect((await invite(belay, ruth)).__typename).toBe('SendInvitationPayload');
  });

  it('asks one address at most three times in 30 days', async () => {
    const ruth = await belay.person();
    const email = newAddress();
    for (let n = 0; n < 3; n += 1) {
      const { invitation } = await invite(belay, ruth, { email });
      await ruth.mutate('withdrawInvitation', { invitationId: invitation.id });
      belay.clock.advance(hours(25));
    }
    const again = { email, inviteeSide: 'MENTOR', words: '' };
    expect(await ruth.refusal('sendInvitation', again)).toBe('RATE_LIMITED');
    belay.clock.advance(days(30));
    expect((await invite(belay, ruth, { email })).__typename).toBe('SendInvitationPayload');
  });

  it('begins in the open programme of the inviter’s own organization', async () => {
    const { prisma } = belay.app.services;
    const [ruth, jonas] = [await belay.person(), await belay.person()];
    const createdAt = belay.clock.now();
    const programme = (id: string, name: string, isOpen: boolean) => ({ id, name, open: isOpen, createdAt });
    const [closed, opened] = [crypto.randomUUID(), crypto.randomUUID()];
    await prisma.organization.create({
      data: {
        id: crypto.randomUUID(),
        name: 'Clinic',
        createdAt,
        programmes: { create: [programme(closed, 'Residents', false), programme(opened, 'For all', true)] },
      },
    });
    await prisma.membership.create({
      data: { programmeId: closed, personId: ruth.id, roles: ['MENTEE'], joinedAt: createdAt },
    });
    const { invitation } = await invite(belay, ruth, { email: jonas.email });
    const { mentorship } = await jonas.mutate<{ mentorship: unknown }>(
      'acceptInvitation',
      { invitationId: invitation.id },
      'mentorship { programme { id name myRoles organization { name programmes { name } } } }',
    );
    expect(mentorship).toEqual({
      programme: {
        id: opened,
        name: 'For all',
        myRoles: ['MENTOR'],
        // What jonas may not see does not exist for him.
        organization: { name: 'Clinic', programmes: [{ name: 'For all' }] },
      },
    });
    expect(
      (await jonas.ask('query($id: ID!) { programme(id: $id) { name } }', { id: closed })).errors,
    ).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('an invitation and time', () => {
  it('is remembered once on the third day, by a link that works', async () => {
    const ruth = await belay.person({ name: 'Ruth Amsel' });
    const email = newAddress();
    const { invitation } = await invite(belay, ruth, { email });
    const first = await secretMailedTo(belay, email);
    for (const pass of [days(3) - hours(1), hours(2), days(1)]) {
      belay.clock.advance(pass);
      await belay.settle();
    }
    // A worker that died after its work leaves the job to another.
    await remindOfInvitation(belay.app.services, { invitationId: invitation.id });
    await belay.settle();
    const mails = await mailsTo(email);
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Still open: Ruth Amsel asks you to be their mentor',
      'Ruth Amsel asks you to be their mentor',
    ]);
    expect(await secretMailedTo(belay, email)).toBe(first);
  });

  it('is not remembered once it was answered', async () => {
    const ruth = await belay.person();
    const jonas = await belay.person();
    const { invitation } = await invite(belay, ruth, { email: jonas.email });
    await jonas.mutate('declineInvitation', { invitationId: invitation.id });
    belay.clock.advance(days(8));
    await belay.settle();
    expect(await mailsTo(jonas.email)).toHaveLength(1);
  });

  it('expires after seven days, and its sender is told kindly', async () => {
    const ruth = await belay.person();
    const jonas = await belay.person();
    const followed = [ruth, jonas].map((actor) =>
      actor.followOwn(0, '... on InvitationChanged { invitation { state } }'),
    );
    const { invitation } = await invite(belay, ruth, { email: jonas.email });
    const token = await secretMailedTo(belay, jonas.email);
    belay.clock.advance(days(7));
    // Even before anybody wrote it down.
    expect((await open(jonas, token)).data?.invitation).toMatchObject({ state: 'EXPIRED' });
    expect(await received(jonas)).toEqual([]);
    for (const answer of ['acceptInvitation', 'declineInvitation']) {
      expect((await jonas.mutate(answer, { invitationId: invitation.id })).__typename).toBe(
        'InvitationNotOpen',
      );
    }
    await belay.settle();
    for (const events of followed) {
      let state = 'SENT';
      while (state === 'SENT') {
        const event = await events.until('InvitationChanged');
        state = (event.invitation as Invited).state;
      }
      expect(state).toBe('EXPIRED');
      await events.stop();
    }
    expect((await mailsTo(ruth.email)).map(({ subject }) => subject)).toEqual([
      'Your invitation has expired',
    ]);
  });
});
