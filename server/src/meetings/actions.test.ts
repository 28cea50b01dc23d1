import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { closeMentorship, headOf, openRoom, planRoom, type Room, readMeeting } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

type Item = { id: string; title: string; state: string; version: number; dueOn: string | null };
const ITEM =
  'actionItem { id title state version dueOn dropReason settledAt timesCarried owner { id } author { id } }';

async function promise(actor: Actor, room: Room, more: object = {}): Promise<Item> {
  const input = { meetingId: room.meetingId, ownerId: room.mentee.id, title: 'Send the draft', ...more };
  const { actionItem } = await actor.mutate<{ actionItem: Item }>('addActionItem', input, ITEM);
  return actionItem;
}

const promisesOf = async (actor: Actor): Promise<string[]> => {
  const { viewer } = await actor.query<{ viewer: { promises: Item[] } }>('{ viewer { promises { title } } }');
  return viewer.promises.map(({ title }) => title);
};

describe('a promise', () => {
  it('says who does what until when, and both see it at once', async () => {
    const room = await openRoom(belay);
    const followed = room.mentee.follow(
      room.mentorshipId,
      await headOf(room),
      '... on ActionItemAdded { actionItem { title dueOn owner { id } author { id } } }',
    );
    expect(await promise(room.mentor, room, { dueOn: '2026-12-24' })).toMatchObject({
      title: 'Send the draft',
      dueOn: '2026-12-24',
      state: 'OPEN',
      timesCarried: 0,
    });
    expect(await followed.next()).toMatchObject({
      __typename: 'ActionItemAdded',
      actionItem: { dueOn: '2026-12-24', owner: { id: room.mentee.id }, author: { id: room.mentor.id } },
    });
    await followed.stop();
    expect(await readMeeting(room.mentee, room.meetingId, 'actionItems { title }')).toEqual({
      actionItems: [{ title: 'Send the draft' }],
    });
  });

  it('stands among what its owner promised, soonest first, until it is kept', async () => {
    const room = await openRoom(belay);
    await promise(room.mentor, room, { title: 'some day' });
    await promise(room.mentor, room, { title: 'in June', dueOn: '2027-06-01' });
    const { id } = await promise(room.mentor, room, { title: 'in May', dueOn: '2027-05-01' });
    await promise(room.mentor, room, { title: 'not mine', ownerId: room.mentor.id });
    expect(await promisesOf(room.mentee)).toEqual(['in May', 'in June', 'some day']);
    await room.mentor.mutate('completeActionItem', { actionItemId: id });
    expect(await promisesOf(room.mentee)).toEqual(['in June', 'some day']);
    const { mentorship } = await room.mentor.query<{ mentorship: { actionItems: { edges: object[] } } }>(
      'query($id: ID!) { mentorship(id: $id) { actionItems(states: [DONE]) { edges { node { title } } } } }',
      { id: room.mentorshipId },
    );
    expect(mentorship.actionItems.edges).toEqual([{ node: { title: 'in May' } }]);
  });

  it('is kept after its meeting, and kept no more when that was a mistake', async () => {
    const room = await openRoom(belay);
    const { id } = await promise(room.mentor, room);
    await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
    const kept = await room.mentee.mutate('completeActionItem', { actionItemId: id }, ITEM);
    expect(kept).toMatchObject({ actionItem: { state: 'DONE', settledAt: expect.any(String) } });
    const undone = await room.mentee.mutate('completeActionItem', { actionItemId: id, undo: true }, ITEM);
    expect(undone).toMatchObject({ actionItem: { state: 'OPEN', settledAt: null } });
    const before = await headOf(room);
    const again = await room.mentee.mutate('completeActionItem', { actionItemId: id, undo: true }, ITEM);
    expect(again).toMatchObject({ actionItem: { state: 'OPEN', version: 3 } });
    expect(await headOf(room)).toBe(before);
  });

  it('changes its words, owner and date, and loses its date', async () => {
    const room = await openRoom(belay);
    const { id } = await promise(room.mentor, room, { dueOn: '2027-05-01' });
    const moved = { actionItemId: id, version: 1, ownerId: room.mentor.id, title: 'Read the draft' };
    expect(await room.mentee.mutate('editActionItem', moved, ITEM)).toMatchObject({
      actionItem: { title: 'Read the draft', owner: { id: room.mentor.id }, dueOn: '2027-05-01', version: 2 },
    });
    const undated = { actionItemId: id, version: 2, dueOn: null };
    expect(await room.mentee.mutate('editActionItem', undated, ITEM)).toMatchObject({
      actionItem: { dueOn: null, title: 'Read the draft', version: 3 },
    });
    const late = await room.mentor.mutate(
      'editActionItem',
      { actionItemId: id, version: 1, title: 'Mine' },
      '__typename',
      '... on Outdated { current { ... on ActionItem { title version } } }',
    );
    expect(late).toMatchObject({ __typename: 'Outdated', current: { title: 'Read the draft', version: 3 } });
  });

  it('that is still open stands beside the next meeting, and counts how often it was carried', async () => {
    const room = await openRoom(belay);
    await promise(room.mentor, room);
    await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
    belay.clock.advance(3_600_000);
    const next = await openRoom(belay, room);
    const open = await readMeeting(room.mentee, next.meetingId, 'openPromises { title timesCarried }');
    expect(open).toEqual({ openPromises: [{ title: 'Send the draft', timesCarried: 0 }] });
    await room.mentor.mutate('endMeeting', { meetingId: next.meetingId });
    const carried = await readMeeting(
      room.mentee,
      next.meetingId,
      'openPromises { title } actionItems { title state timesCarried }',
    );
    expect(carried).toEqual({
      openPromises: [],
      actionItems: [{ title: 'Send the draft', state: 'OPEN', timesCarried: 1 }],
    });
  });

  it('is not touched again once it is settled', async () => {
    const room = await openRoom(belay);
    const { id } = await promise(room.mentor, room);
    await room.mentor.mutate('dropActionItem', { actionItemId: id, reason: 'No need any more' });
    const before = await headOf(room);
    for (const [name, input] of [
      ['completeActionItem', {}],
      ['completeActionItem', { undo: true }],
      ['dropActionItem', { reason: 'Again' }],
      ['editActionItem', { version: 2, title: 'Other' }],
    ] as const) {
      const outcome = await room.mentee.mutate(
        name,
        { actionItemId: id, ...input },
        '__typename',
        '... on ActionItemSettledAlready { actionItem { state dropReason } }',
      );
      expect(outcome).toMatchObject({
        __typename: 'ActionItemSettledAlready',
        actionItem: { state: 'DROPPED', dropReason: 'No need any more' },
      });
    }
    expect(await headOf(room)).toBe(before);
  });

  it('is kept once, whoever says so first', async () => {
    const room = await openRoom(belay);
    const { id } = await promise(room.mentor, room);
    const before = await headOf(room);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        (n % 2 ? room.mentor : room.mentee).mutate('completeActionItem', { actionItemId: id }),
      ),
    );
    expect(outcomes.filter(({ __typename }) => __typename === 'CompleteActionItemPayload')).toHaveLength(1);
    expect(await headOf(room)).toBe(before + 1);
  });

  it('counts once when it was sent twice', async () => {
    const room = await openRoom(belay);
    const [one, two] = [
      await promise(room.mentor, room, { opId: 'p1' }),
      await promise(room.mentor, room, { opId: 'p1' }),
    ];
    expect(two.id).toBe(one.id);
    const other = { meetingId: room.meetingId, ownerId: room.mentor.id, title: 'Other', opId: 'p1' };
    expect(await room.mentor.refusal('addActionItem', other)).toBe('CONFLICT');
  });

  it('is owed by one of the two, and does not exist for anybody else', async () => {
    const room = await planRoom(belay);
    const stranger = await belay.person();
    const { id } = await promise(room.mentor, room);
    const before = await headOf(room);
    const input = { meetingId: room.meetingId, ownerId: room.mentee.id, title: 'Mine' };
    for (const ownerId of [stranger.id, uuidv7(), 'nobody']) {
      expect(await room.mentor.refusal('addActionItem', { ...input, ownerId })).toBe('NOT_FOUND');
      expect(await room.mentor.refusal('editActionItem', { actionItemId: id, version: 1, ownerId })).toBe(
        'NOT_FOUND',
      );
    }
    for (const [name, more] of [
      ['addActionItem', input],
      ['editActionItem', { actionItemId: id, version: 1, title: 'Mine' }],
      ['completeActionItem', { actionItemId: id }],
      ['dropActionItem', { actionItemId: id, reason: 'Mine' }],
    ] as const) {
      expect(await stranger.refusal(name, more)).toBe('NOT_FOUND');
    }
    expect(await headOf(room)).toBe(before);
  });

  it('is not made after the meeting, and stands still when the mentorship is over', async () => {
    const room = await openRoom(belay);
    const { id } = await promise(room.mentor, room);
    await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
    const input = { meetingId: room.meetingId, ownerId: room.mentee.id, title: 'Late' };
    expect((await room.mentor.mutate('addActionItem', input)).__typename).toBe('MeetingNotInState');
    await closeMentorship(belay, room);
    const before = await headOf(room);
    for (const [name, more] of [
      ['addActionItem', input],
      ['completeActionItem', { actionItemId: id }],
      ['dropActionItem', { actionItemId: id, reason: 'Late' }],
      ['editActionItem', { actionItemId: id, version: 1, title: 'Late' }],
    ] as const) {
      expect((await room.mentee.mutate(name, more)).__typename).toBe('MentorshipNotActive');
    }
    expect(await headOf(room)).toBe(before);
    expect(await promisesOf(room.mentee)).toEqual([]);
  });

  it.each([
    { title: ' ' },
    { title: 'x'.repeat(301) },
    { dueOn: '2026-02-30' },
    { dueOn: '1990-01-01' },
    { dueOn: 'tomorrow' },
  ])('refuses what it cannot hold: %o', async (more) => {
    const room = await planRoom(belay);
    const input = { meetingId: room.meetingId, ownerId: room.mentee.id, title: 'Send', ...more };
    expect(await room.mentor.refusal('addActionItem', input)).toBe('BAD_USER_INPUT');
    expect(await readMeeting(room.mentor, room.meetingId, 'actionItems { id }')).toEqual({ actionItems: [] });
  });
});
