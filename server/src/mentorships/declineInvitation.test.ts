import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { remindOfInvitation } from './remindOfInvitation.ts';
import { tellInvited } from './tellInvited.ts';
import { invite, newAddress, secretMailedTo } from './testInvitations.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

type Answered = { invitation: { state: string } };
const SEEN = 'invitation { state answeredAt email inviterName }';
const answer = (actor: Actor, name: string, input: Record<string, unknown>) =>
  actor.mutate<Answered>(name, input, SEEN, '... on InvitationNotOpen { invitation { state } }');

async function invited() {
  const [ruth, jonas] = [await belay.person({ name: 'Ruth' }), await belay.person()];
  const { invitation } = await invite(belay, ruth, { email: jonas.email });
  return { ruth, jonas, invitationId: invitation.id, token: await secretMailedTo(belay, jonas.email) };
}
const stateOf = async (inviter: Actor) => {
  const { viewer } = await inviter.query<{ viewer: { seq: number; invitationsSent: unknown } }>(
    '{ viewer { seq invitationsSent { edges { node { state } } } } }',
  );
  return viewer;
};

describe('declineInvitation', () => {
  it('is one tap; the inviter is told kindly, and nothing begins', async () => {
    const { ruth, jonas, invitationId } = await invited();
    const followed = ruth.followOwn(0, '... on InvitationChanged { invitation { state } }');
    expect(await answer(jonas, 'declineInvitation', { invitationId })).toMatchObject({
      invitation: { state: 'DECLINED', answeredAt: expect.any(String), email: jonas.email },
    });
    const states = [await followed.next(), await followed.next()].map(({ invitation }) => invitation);
    expect(states.at(-1)).toEqual({ state: 'DECLINED' });
    await followed.stop();
    await belay.settle();
    const mail = (await belay.mails()).find(({ to }) => to === ruth.email);
    expect(mail?.text).toContain('nobody has to say why');
    const { viewer } = await ruth.query<{ viewer: unknown }>(
      '{ viewer { mentorships { edges { node { id } } } } }',
    );
    expect(viewer).toEqual({ mentorships: { edges: [] } });
  });

  it('needs no account: the secret of the link is enough', async () => {
    const email = newAddress();
    await invite(belay, await belay.person({ name: 'Ruth' }), { email });
    const token = await secretMailedTo(belay, email);
    const nobody = belay.stranger();
    const outcome = await answer(nobody, 'declineInvitation', { token, opId: 'no' });
    expect(outcome).toMatchObject({ invitation: { state: 'DECLINED', email: null, inviterName: 'Ruth' } });
    expect(await answer(nobody, 'declineInvitation', { token })).toMatchObject({
      __typename: 'InvitationNotOpen',
      invitation: { state: 'DECLINED' },
    });
  });

  it('is for the invited alone', async () => {
    const { ruth, jonas, invitationId, token } = await invited();
    const before = await stateOf(ruth);
    const other = await belay.person();
    expect((await answer(other, 'declineInvitation', { token })).__typename).toBe('WrongAddress');
    expect(await other.refusal('declineInvitation', { invitationId })).toBe('NOT_FOUND');
    expect((await answer(ruth, 'declineInvitation', { invitationId })).__typename).toBe('NotWithYourself');
    const nobody = belay.stranger();
    expect(await nobody.refusal('declineInvitation', { invitationId })).toBe('UNAUTHENTICATED');
    expect(await nobody.refusal('declineInvitation', {})).toBe('BAD_USER_INPUT');
    expect(await nobody.refusal('declineInvitation', { invitationId, token })).toBe('BAD_USER_INPUT');
    expect(await nobody.refusal('declineInvitation', { token: 'guess' })).toBe('NOT_FOUND');
    expect(await jonas.refusal('declineInvitation', { invitationId, token })).toBe('BAD_USER_INPUT');
    expect(await stateOf(ruth)).toEqual(before);
  });
});

describe('withdrawInvitation', () => {
  it('takes it back, for both at once', async () => {
    const { ruth, jonas, invitationId, token } = await invited();
    const followed = jonas.followOwn(1, '... on InvitationChanged { invitation { state } }');
    expect(await answer(ruth, 'withdrawInvitation', { invitationId })).toMatchObject({
      invitation: { state: 'WITHDRAWN', answeredAt: null },
    });
    expect(await followed.next()).toMatchObject({ invitation: { state: 'WITHDRAWN' } });
    await followed.stop();
    for (const input of [{ invitationId }, { token }]) {
      for (const name of ['acceptInvitation', 'declineInvitation']) {
        expect((await jonas.mutate(name, input)).__typename).toBe('InvitationNotOpen');
      }
    }
    expect((await answer(ruth, 'withdrawInvitation', { invitationId })).__typename).toBe('InvitationNotOpen');
  });

  it('mails nobody about what was taken back, however late the job', async () => {
    const { ruth, jonas, invitationId } = await invited();
    await ruth.mutate('withdrawInvitation', { invitationId });
    await tellInvited(belay.app.services, { invitationId });
    await remindOfInvitation(belay.app.services, { invitationId });
    await belay.settle();
    expect((await belay.mails()).filter(({ to }) => to === jonas.email)).toHaveLength(1);
  });

  it('is for the inviter alone', async () => {
    const { ruth, jonas, invitationId } = await invited();
    const before = await stateOf(ruth);
    expect(await jonas.refusal('withdrawInvitation', { invitationId })).toBe('NOT_FOUND');
    expect(await (await belay.person()).refusal('withdrawInvitation', { invitationId })).toBe('NOT_FOUND');
    expect(await belay.stranger().refusal('withdrawInvitation', { invitationId })).toBe('UNAUTHENTICATED');
    expect(await stateOf(ruth)).toEqual(before);
  });
});
