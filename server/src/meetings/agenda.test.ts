import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { MAX_AGENDA } from './contentLimits.ts';
import { add, type Item, titles } from './testAgenda.ts';
import { headOf, openRoom, planRoom, readMeeting } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('an agenda', () => {
  it('is filled by both, before and during the meeting, each seeing what the other adds', async () => {
    const room = await planRoom(belay);
    const followed = room.mentee.follow(
      room.mentorshipId,
      await headOf(room),
      '... on AgendaItemAdded { agendaItem { title author { id } } meeting { agenda { title } } }',
    );
    await add(room.mentor, room, '  Methods section  ');
    expect(await followed.next()).toMatchObject({
      __typename: 'AgendaItemAdded',
      agendaItem: { title: 'Methods section', author: { id: room.mentor.id } },
      meeting: { agenda: [{ title: 'Methods section' }] },
    });
    await followed.stop();
    await room.mentor.mutate('startMeeting', { meetingId: room.meetingId });
    await add(room.mentee, room, 'Conference');
    expect(await titles(room)).toEqual(['Methods section', 'Conference']);
  });

  it('says which goal an item is about, and the goal says where it was talked about', async () => {
    const room = await openRoom(belay);
    const { goal } = await room.mentee.mutate<{ goal: { id: string } }>(
      'addGoal',
      { mentorshipId: room.mentorshipId, title: 'First paper' },
      'goal { id }',
    );
    await room.mentee.mutate('addAgendaItem', { meetingId: room.meetingId, title: 'Draft', goalId: goal.id });
    expect(
      await room.mentor.query('query($id: ID!) { goal(id: $id) { talkedAbout { title } } }', { id: goal.id }),
    ).toEqual({ goal: { talkedAbout: [{ title: 'Draft' }] } });
  });

  it('knows no goal of other people', async () => {
    const [room, other] = [await openRoom(belay), await openRoom(belay)];
    const { goal } = await other.mentee.mutate<{ goal: { id: string } }>(
      'addGoal',
      { mentorshipId: other.mentorshipId, title: 'Theirs' },
      'goal { id }',
    );
    const input = { meetingId: room.meetingId, title: 'Draft' };
    for (const goalId of [goal.id, uuidv7(), 'no id']) {
      expect(await room.mentee.refusal('addAgendaItem', { ...input, goalId })).toBe('NOT_FOUND');
    }
    expect(await titles(room)).toEqual([]);
  });

  it('is put in order by moving items, and the event says what shifted', async () => {
    const room = await openRoom(belay);
    const [first, , third] = [
      await add(room.mentor, room, 'one'),
      await add(room.mentor, room, 'two'),
      await add(room.mentor, room, 'three'),
    ];
    await room.mentee.mutate('editAgendaItem', { agendaItemId: third.id, version: 1, position: 0 });
    expect(await titles(room)).toEqual(['three', 'one', 'two']);
    await room.mentee.mutate('editAgendaItem', {
      agendaItemId: first.id,
      version: 1,
      position: 50,
      title: '1',
    });
    expect(await titles(room)).toEqual(['three', 'two', '1']);
    const event = await belay.app.services.prisma.streamEvent.findFirstOrThrow({
      where: { streamId: room.mentorshipId, type: 'AgendaItemEdited' },
      orderBy: { seq: 'desc' },
    });
    expect(event.payload).toMatchObject({
      agendaItem: { title: '1', position: 2 },
      positions: { [first.id]: 2 },
    });
  });

  it('holds 50 items', async () => {
    const room = await openRoom(belay);
    const outcomes = await Promise.all(
      Array.from({ length: MAX_AGENDA + 3 }, (_, n) =>
        room.mentor.mutate('addAgendaItem', { meetingId: room.meetingId, title: `item ${n}` }),
      ),
    );
    expect(outcomes.filter(({ __typename }) => __typename === 'TooMany')).toHaveLength(3);
    const { agenda } = await readMeeting<{ agenda: Item[] }>(
      room.mentor,
      room.meetingId,
      'agenda { position }',
    );
    expect(agenda.map(({ position }) => position)).toEqual(Array.from({ length: MAX_AGENDA }, (_, n) => n));
  });
});
