import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { minutes } from '../platform/clock.ts';
import { headOf, openRoom, type Room } from './testRoom.ts';

type Moment = { id: string; words: string; audience: string; version: number };
const ALL = 'moment { id words audience version }';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

async function keep(actor: Actor, { meetingId }: Room, audience: string, words = 'Start with the figure') {
  const input = { meetingId, kind: 'INSIGHT', words, audience };
  return (await actor.mutate<{ moment: Moment }>('keepMoment', input, ALL)).moment;
}

async function shownTo(actor: Actor, { meetingId, mentorshipId }: Room) {
  const { meeting, mentorship } = await actor.query<{
    meeting: { moments: { id: string }[] };
    mentorship: { moments: { edges: { node: { id: string } }[] } };
  }>(
    `query($meetingId: ID!, $mentorshipId: ID!) {
      meeting(id: $meetingId) { moments { id } }
      mentorship(id: $mentorshipId) { moments(first: 50) { edges { node { id } } } } }`,
    { meetingId, mentorshipId },
  );
  const listed = mentorship.moments.edges.map(({ node }) => node.id);
  expect(meeting.moments.map(({ id }) => id)).toEqual(listed);
  return listed;
}

describe('keepMoment', () => {
  it('shows both what is shared', async () => {
    const room = await openRoom(belay);
    const followed = room.mentee.follow(
      room.mentorshipId,
      await headOf(room.mentee, room.mentorshipId),
      '... on MomentKept { moment { words audience } }',
    );
    const { id } = await keep(room.mentor, room, 'SHARED');
    expect(await followed.next()).toMatchObject({
      __typename: 'MomentKept',
      moment: { words: 'Start with the figure', audience: 'SHARED' },
    });
    await followed.stop();
    expect(await shownTo(room.mentee, room)).toEqual([id]);
    expect(await shownTo(room.mentor, room)).toEqual([id]);
  });

  it('keeps one’s own from the other side: no list, no page, no event, no number shows it', async () => {
    const room = await openRoom(belay);
    const own = room.mentor.followOwn(0, '... on PrivateMomentKept { moment { words } }');
    const shared = await keep(room.mentor, room, 'SHARED', 'one');
    const head = await headOf(room.mentee, room.mentorshipId);
    const mine = await keep(room.mentor, room, 'MINE', 'two');
    expect(await headOf(room.mentee, room.mentorshipId)).toBe(head);
    expect(await shownTo(room.mentee, room)).toEqual([shared.id]);
    expect(await shownTo(room.mentor, room)).toEqual([mine.id, shared.id]);
    expect(await own.until('PrivateMomentKept')).toMatchObject({ moment: { words: 'two' } });
    await own.stop();
    const page = await room.mentee.query(
      `query($id: ID!) { mentorship(id: $id) { moments(first: 1) { pageInfo { hasNextPage } } } }`,
      { id: room.mentorshipId },
    );
    expect(page).toEqual({ mentorship: { moments: { pageInfo: { hasNextPage: false } } } });
    const edit = { momentId: mine.id, version: 1, words: 'x' };
    expect(await room.mentee.refusal('editMoment', edit)).toBe('NOT_FOUND');
  });

  it('works until 15 minutes after the end', async () => {
    const room = await openRoom(belay);
    await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
    belay.clock.advance(minutes(14));
    await keep(room.mentee, room, 'SHARED');
    await keep(room.mentee, room, 'MINE');
    belay.clock.advance(minutes(2));
    for (const audience of ['MINE', 'SHARED']) {
      const input = { meetingId: room.meetingId, kind: 'ADVICE', audience };
      expect((await room.mentee.mutate('keepMoment', input)).__typename).toBe('MeetingNotInState');
    }
    expect(await shownTo(room.mentee, room)).toHaveLength(2);
  });

  it('refuses words that are too long, and anybody else', async () => {
    const room = await openRoom(belay);
    const input = { meetingId: room.meetingId, kind: 'ADVICE', audience: 'MINE', words: 'x'.repeat(501) };
    expect(await room.mentor.refusal('keepMoment', input)).toBe('BAD_USER_INPUT');
    const other = await belay.person();
    for (const audience of ['MINE', 'SHARED']) {
      const tried = { meetingId: room.meetingId, kind: 'ADVICE', audience };
      expect(await other.refusal('keepMoment', tried)).toBe('NOT_FOUND');
    }
    expect(await shownTo(room.mentor, room)).toEqual([]);
  });
});

describe('editMoment', () => {
  it('shares what was kept for oneself, and the other side learns of it then', async () => {
    const room = await openRoom(belay);
    const { id } = await keep(room.mentor, room, 'MINE');
    const followed = room.mentee.follow(room.mentorshipId, await headOf(room.mentee, room.mentorshipId));
    const edit = { momentId: id, version: 1, audience: 'SHARED' };
    expect(await room.mentor.mutate('editMoment', edit, ALL)).toMatchObject({
      moment: { audience: 'SHARED', version: 2, words: 'Start with the figure' },
    });
    expect((await followed.next()).__typename).toBe('MomentKept');
    await room.mentor.mutate('editMoment', { momentId: id, version: 2, words: 'Figure first' });
    expect((await followed.next()).__typename).toBe('MomentEdited');
    await followed.stop();
    expect(await shownTo(room.mentee, room)).toEqual([id]);
  });

  it('never takes back what was shared', async () => {
    const room = await openRoom(belay);
    const { id } = await keep(room.mentor, room, 'SHARED');
    const head = await headOf(room.mentee, room.mentorshipId);
    const edit = { momentId: id, version: 1, audience: 'MINE' };
    expect(await room.mentor.refusal('editMoment', edit)).toBe('BAD_USER_INPUT');
    expect(await headOf(room.mentee, room.mentorshipId)).toBe(head);
    expect(await shownTo(room.mentee, room)).toEqual([id]);
  });

  it('tells whoever names an old version how it stands, also when it was shared in between', async () => {
    const room = await openRoom(belay);
    const { id } = await keep(room.mentor, room, 'MINE');
    const outcomes = await Promise.all(
      [{ audience: 'SHARED' }, { words: 'other' }, { words: 'another' }].map((change) =>
        room.mentor.mutate(
          'editMoment',
          { momentId: id, version: 1, ...change },
          ALL,
          '... on Outdated { current { ... on Moment { version } } }',
        ),
      ),
    );
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'EditMomentPayload',
      'Outdated',
      'Outdated',
    ]);
    expect(outcomes.find(({ __typename }) => __typename === 'Outdated')).toMatchObject({
      current: { version: 2 },
    });
  });

  it('is the author’s alone', async () => {
    const room = await openRoom(belay);
    const { id } = await keep(room.mentor, room, 'SHARED');
    const other = await belay.person();
    const edit = { momentId: id, version: 1, words: 'Mine now' };
    expect(await room.mentee.refusal('editMoment', edit)).toBe('FORBIDDEN');
    expect(await other.refusal('editMoment', edit)).toBe('NOT_FOUND');
  });
});
