import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { seconds } from '../platform/clock.ts';
import { openRoom } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

type Presence = { people: { person: { id: string }; doing: string; cursor: string | null }[] };
const PEOPLE = 'meetingId people { person { id name } doing cursor since }';

const follow = (actor: Actor, meetingId: string) =>
  actor.subscribe<Presence & { __typename?: string }>(
    `subscription($id: ID!) { presence(meetingId: $id) { ${PEOPLE} } }`,
    { id: meetingId },
    'presence',
  );

type Sign = { meetingId: string; doing: string; cursor?: string };

/** Shows somebody; returns who is there, or the code of the refusal. No fact stands in the way of this one. */
async function show(actor: Actor, input: Sign): Promise<Presence | string | undefined> {
  const { data, errors } = await actor.ask<{ showPresence: { presence: Presence } }>(
    `mutation($input: ShowPresenceInput!) { showPresence(input: $input) {
      ... on ShowPresencePayload { presence { ${PEOPLE} } } } }`,
    { input },
  );
  return data?.showPresence.presence ?? errors?.[0]?.extensions?.code;
}

/** The newest state in which that holds; the same one may be told twice. */
async function until(
  seen: ReturnType<typeof follow>,
  holds: (state: Presence) => boolean,
): Promise<Presence> {
  for (;;) {
    const state = await seen.next();
    if (holds(state)) return state;
  }
}

const isEmpty = ({ people }: Presence) => people.length === 0;
const does = (doing: string) => (state: Presence) => state.people.some((person) => person.doing === doing);

const who = ({ people }: Presence) => people.map(({ person }) => person.id);

describe('presence', () => {
  it('shows the other one coming, typing and leaving', async () => {
    const { mentor, mentee, meetingId } = await openRoom(belay);
    const seen = follow(mentor, meetingId);
    expect((await seen.next()).people).toEqual([]);
    const theirs = follow(mentee, meetingId);
    await theirs.next();
    const shown = await show(mentee, { meetingId, doing: 'READING' });
    expect(shown).toMatchObject({ people: [{ person: { id: mentee.id }, cursor: null }] });
    expect(await until(seen, does('READING'))).toMatchObject({ meetingId });
    await show(mentee, { meetingId, doing: 'WRITING_NOTES', cursor: 'at:4' });
    expect(await until(seen, does('WRITING_NOTES'))).toMatchObject({
      people: [{ person: { id: mentee.id, name: mentee.name }, doing: 'WRITING_NOTES', cursor: 'at:4' }],
    });
    await theirs.stop();
    await until(seen, isEmpty);
    await seen.stop();
  });

  it('stays while another window of the same person looks on', async () => {
    const { mentor, mentee, meetingId } = await openRoom(belay);
    const [one, two] = [follow(mentee, meetingId), follow(mentee, meetingId)];
    await Promise.all([one.next(), two.next()]);
    await show(mentee, { meetingId, doing: 'READING' });
    await one.stop();
    await show(mentor, { meetingId, doing: 'TALKING' });
    expect(who(await until(two, does('TALKING')))).toEqual([mentee.id, mentor.id]);
    await two.stop();
  });

  it('fades after 20 seconds without a sign', async () => {
    const { mentor, mentee, meetingId } = await openRoom(belay);
    const seen = follow(mentor, meetingId);
    await seen.next();
    await show(mentee, { meetingId, doing: 'READING' });
    expect(who(await until(seen, does('READING')))).toEqual([mentee.id]);
    belay.clock.advance(seconds(21));
    await until(seen, isEmpty);
    await seen.stop();
  });

  it('is no event and leaves nothing behind', async () => {
    const { mentor, meetingId, mentorshipId } = await openRoom(belay);
    const { prisma } = belay.app.services;
    const before = await prisma.streamEvent.count({ where: { streamId: { in: [mentorshipId, mentor.id] } } });
    await show(mentor, { meetingId, doing: 'TALKING' });
    const after = await prisma.streamEvent.count({ where: { streamId: { in: [mentorshipId, mentor.id] } } });
    expect(after).toBe(before);
  });

  it('is for the two, who are asked again for each change', async () => {
    const room = await openRoom(belay);
    const { mentor, mentee, meetingId, mentorshipId } = room;
    const stranger = await belay.person();
    expect(await show(stranger, { meetingId, doing: 'READING' })).toBe('NOT_FOUND');
    await expect(follow(stranger, meetingId).next()).rejects.toThrow('NOT_FOUND');
    const seen = follow(mentee, meetingId);
    await seen.next();
    await belay.app.services.prisma.mentorship.update({
      where: { id: mentorshipId },
      data: { menteeId: stranger.id },
    });
    await show(mentor, { meetingId, doing: 'READING' });
    await expect(seen.next()).rejects.toThrow('NOT_FOUND');
  });

  it('is bounded in size and in how often it is shown', async () => {
    const { mentor, meetingId } = await openRoom(belay);
    const input = { meetingId, doing: 'WRITING_NOTES' };
    expect(await show(mentor, { ...input, cursor: 'x'.repeat(2049) })).toBe('BAD_USER_INPUT');
    expect(await show(mentor, { ...input, doing: 'SLEEPING' })).toBe('BAD_USER_INPUT');
    const codes = await Promise.all(
      Array.from({ length: 100 }, () => show(mentor, { ...input, cursor: 'x' })),
    );
    expect(codes).toContain('RATE_LIMITED');
    expect(codes.filter((code) => typeof code === 'object').length).toBeGreaterThan(0);
  });
});
