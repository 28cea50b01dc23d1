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
