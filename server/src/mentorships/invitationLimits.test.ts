import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { days, hours } from '../platform/clock.ts';
import { type Invited, invite, newAddress } from './testInvitations.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

const sentBy = async (actor: Actor) => {
  const { viewer } = await actor.query<{
    viewer: { seq: number; invitationsSent: { edges: { node: Invited }[] } };
  }>('{ viewer { seq invitationsSent(first: 100) { edges { node { state } } } } }');
  return { seq: viewer.seq, states: viewer.invitationsSent.edges.map(({ node }) => node.state) };
};

describe('sendInvitation', () => {
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
});
