import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { MAX_AGENDA } from './contentLimits.ts';
import {
  closedRoom,
  closeMentorship,
  headOf,
  openRoom,
  planRoom,
  type Room,
  readMeeting,
} from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

type Item = { id: string; title: string; state: string; position: number; version: number };
const ITEM = 'agendaItem { id title detail state position version dropReason author { id } goal { id } }';

async function add(actor: Actor, { meetingId }: Room, title: string): Promise<Item> {
  const { agendaItem } = await actor.mutate<{ agendaItem: Item }>(
    'addAgendaItem',
    { meetingId, title },
    ITEM,
  );
  return agendaItem;
}

async function titles(room: Room): Promise<string[]> {
  const { agenda } = await readMeeting<{ agenda: Item[] }>(room.mentee, room.meetingId, 'agenda { title }');
  return agenda.map(({ title }) => title);
}

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

describe('an agenda item', () => {
  it('was discussed, or was not after all', async () => {
    const room = await openRoom(belay);
    const { id } = await add(room.mentor, room, 'Draft');
    const discussed = await room.mentee.mutate('discussAgendaItem', { agendaItemId: id }, ITEM);
    expect(discussed).toMatchObject({ agendaItem: { state: 'DISCUSSED', version: 2 } });
    const undone = await room.mentor.mutate('discussAgendaItem', { agendaItemId: id, undo: true }, ITEM);
    expect(undone).toMatchObject({ agendaItem: { state: 'OPEN', version: 3 } });
  });

  it('is dropped with a reason', async () => {
    const room = await planRoom(belay);
    const { id } = await add(room.mentor, room, 'Draft');
    expect(await room.mentee.refusal('dropAgendaItem', { agendaItemId: id, reason: '  ' })).toBe(
      'BAD_USER_INPUT',
    );
    const dropped = await room.mentee.mutate('dropAgendaItem', { agendaItemId: id, reason: 'Sent it' }, ITEM);
    expect(dropped).toMatchObject({ agendaItem: { state: 'DROPPED', dropReason: 'Sent it' } });
  });

  it('is carried to the meeting that is planned next, at once', async () => {
    const room = await openRoom(belay);
    const { id } = await add(room.mentor, room, 'Draft');
    const tomorrow = new Date(belay.clock.now().getTime() + 86_400_000);
    const next = await planRoom(belay, room, tomorrow);
    const carried = await room.mentor.mutate(
      'carryAgendaItem',
      { agendaItemId: id },
      'agendaItem { state carriedTo { title state meeting { id } carriedFrom { id } } }',
    );
    expect(carried).toMatchObject({
      agendaItem: {
        state: 'CARRIED',
        carriedTo: {
          title: 'Draft',
          state: 'OPEN',
          meeting: { id: next.meetingId },
          carriedFrom: { id },
        },
      },
    });
  });

  it('stays as it is once it is settled', async () => {
    const room = await openRoom(belay);
    const { id } = await add(room.mentor, room, 'Draft');
    await room.mentor.mutate('dropAgendaItem', { agendaItemId: id, reason: 'Sent it' });
    const before = await headOf(room);
    for (const [name, input] of [
      ['discussAgendaItem', {}],
      ['discussAgendaItem', { undo: true }],
      ['dropAgendaItem', { reason: 'Again' }],
      ['carryAgendaItem', {}],
      ['editAgendaItem', { version: 2, title: 'Other' }],
    ] as const) {
      const outcome = await room.mentee.mutate(
        name,
        { agendaItemId: id, ...input },
        '__typename',
        '... on AgendaItemSettled { agendaItem { id state } }',
      );
      expect(outcome).toMatchObject({
        __typename: 'AgendaItemSettled',
        agendaItem: { id, state: 'DROPPED' },
      });
    }
    expect(await headOf(room)).toBe(before);
    expect(await titles(room)).toEqual(['Draft']);
  });

  it('is not changed by somebody who has not seen the last change', async () => {
    const room = await openRoom(belay);
    const { id } = await add(room.mentor, room, 'Draft');
    await room.mentor.mutate('editAgendaItem', { agendaItemId: id, version: 1, title: 'Draft 2' });
    const late = await room.mentee.mutate(
      'editAgendaItem',
      { agendaItemId: id, version: 1, title: 'Mine' },
      '__typename',
      '... on Outdated { current { ... on AgendaItem { title version } } }',
    );
    expect(late).toMatchObject({ __typename: 'Outdated', current: { title: 'Draft 2', version: 2 } });
  });

  it('does not exist for anybody else', async () => {
    const room = await openRoom(belay);
    const { id } = await add(room.mentor, room, 'Draft');
    const stranger = await belay.person();
    const before = await headOf(room);
    for (const [name, input] of [
      ['addAgendaItem', { meetingId: room.meetingId, title: 'Mine' }],
      ['editAgendaItem', { agendaItemId: id, version: 1, title: 'Mine' }],
      ['discussAgendaItem', { agendaItemId: id }],
      ['dropAgendaItem', { agendaItemId: id, reason: 'Mine' }],
      ['carryAgendaItem', { agendaItemId: id }],
    ] as const) {
      expect(await stranger.refusal(name, input)).toBe('NOT_FOUND');
      expect(await belay.stranger().refusal(name, input)).toBe('UNAUTHENTICATED');
    }
    expect(await headOf(room)).toBe(before);
  });

  it.each(['addAgendaItem', 'dropAgendaItem', 'editAgendaItem', 'carryAgendaItem', 'discussAgendaItem'])(
    'stands still when the meeting is over: %s',
    async (name) => {
      const room = await openRoom(belay);
      const { id } = await add(room.mentor, room, 'Draft');
      await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
      const before = await headOf(room);
      const inputs: Record<string, object> = {
        addAgendaItem: { meetingId: room.meetingId, title: 'Late' },
        dropAgendaItem: { agendaItemId: id, reason: 'Late' },
        editAgendaItem: { agendaItemId: id, version: 1, title: 'Late' },
        carryAgendaItem: { agendaItemId: id },
        discussAgendaItem: { agendaItemId: id },
      };
      const outcome = await room.mentee.mutate(name, { ...inputs[name] });
      expect(outcome.__typename).toBe('MeetingNotInState');
      expect(await headOf(room)).toBe(before);
    },
  );

  it('is not added when the mentorship is over, nor discussed before the meeting', async () => {
    const room = await planRoom(belay);
    const { id } = await add(room.mentor, room, 'Draft');
    expect((await room.mentor.mutate('discussAgendaItem', { agendaItemId: id })).__typename).toBe(
      'MeetingNotInState',
    );
    await closeMentorship(belay, room);
    const late = await room.mentor.mutate('addAgendaItem', { meetingId: room.meetingId, title: 'Late' });
    expect(late.__typename).toBe('MentorshipNotActive');
    const over = await closedRoom(belay);
    expect(await titles(over)).toEqual([]);
  });

  it.each([
    ['title', ''],
    ['title', 'x'.repeat(161)],
    ['detail', 'x'.repeat(2001)],
    ['title', 'nul\0l'],
  ])('refuses words it cannot hold: %s', async (field, value) => {
    const room = await planRoom(belay);
    const input = { meetingId: room.meetingId, title: 'Draft', [field]: value };
    expect(await room.mentor.refusal('addAgendaItem', input)).toBe('BAD_USER_INPUT');
    expect(await titles(room)).toEqual([]);
  });
});
