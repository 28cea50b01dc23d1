import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { ITEM, promise, promisesOf } from './testPromise.ts';
import { headOf, openRoom, readMeeting } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

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
});
