import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
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
