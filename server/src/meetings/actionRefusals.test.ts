import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { promise, promisesOf } from './testPromise.ts';
import { closeMentorship, headOf, openRoom, planRoom, readMeeting } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('a promise', () => {
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
