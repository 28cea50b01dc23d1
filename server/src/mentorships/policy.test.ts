import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { invite } from './testInvitations.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('who sees whom', () => {
  const person = (id: string) => ['query($id: ID!) { person(id: $id) { name } }', { id }] as const;
  const sees = async (actor: Actor, other: Actor) => !(await actor.ask(...person(other.id))).errors;

  it('an inviter is seen by the invited, and the invited by nobody until they say yes', async () => {
    const [ruth, jonas] = [await belay.person(), await belay.person()];
    const { invitation } = await invite(belay, ruth, { email: jonas.email });
    const invitationId = invitation.id;
    expect([await sees(jonas, ruth), await sees(ruth, jonas)]).toEqual([true, false]);
    expect(await sees(await belay.person(), ruth)).toBe(false);
    await jonas.mutate('acceptInvitation', { invitationId });
    expect([await sees(jonas, ruth), await sees(ruth, jonas)]).toEqual([true, true]);
  });

  it('those who shared a mentorship go on seeing each other; their room is their own', async () => {
    const { mentor, mentee } = await belay.pair({ state: 'CLOSED' });
    const query = 'query($id: ID!) { person(id: $id) { name initials zone capacity isViewer } }';
    const seen = await mentee.query<{ person: unknown }>(query, { id: mentor.id });
    expect(seen.person).toMatchObject({ name: mentor.name, capacity: null, isViewer: false });
    const own = await mentor.query<{ person: unknown }>(query, { id: mentor.id });
    expect(own.person).toMatchObject({ capacity: 5, isViewer: true });
  });

  it('a mentorship is its two people’s alone', async () => {
    const { mentor, mentee, mentorshipId } = await belay.pair();
    const ask = async (actor: Actor) =>
      actor.ask<{ mentorship: { mySide: string; other: { id: string } } }>(
        'query($id: ID!) { mentorship(id: $id) { mySide other { id } } }',
        { id: mentorshipId },
      );
    expect((await ask(mentor)).data?.mentorship).toEqual({ mySide: 'MENTOR', other: { id: mentee.id } });
    expect((await ask(mentee)).data?.mentorship).toEqual({ mySide: 'MENTEE', other: { id: mentor.id } });
    expect((await ask(await belay.person())).errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    expect((await ask(belay.stranger())).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });

  it('Viewer.mentorships are one’s own, on either side, open or over', async () => {
    const { mentor, mentorshipId } = await belay.pair();
    const asMentee = await belay.pair({ mentee: mentor, state: 'CLOSED' });
    await belay.pair();
    const ids = async (args: string) => {
      const { viewer } = await mentor.query<{
        viewer: { mentorships: { edges: { node: { id: string } }[] } };
      }>(`{ viewer { mentorships(${args}) { edges { node { id } } } } }`);
      return viewer.mentorships.edges.map(({ node }) => node.id);
    };
    expect((await ids('first: 10')).sort()).toEqual([mentorshipId, asMentee.mentorshipId].sort());
    expect(await ids('open: true')).toEqual([mentorshipId]);
    expect(await ids('open: false')).toEqual([asMentee.mentorshipId]);
  });
});
