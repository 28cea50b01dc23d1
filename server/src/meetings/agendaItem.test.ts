import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { add, ITEM, titles } from './testAgenda.ts';
import { closedRoom, closeMentorship, headOf, openRoom, planRoom } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

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
