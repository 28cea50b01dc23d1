import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { closedRoom, closeMentorship, headOf, openRoom, readMeeting } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

const NOTE = 'note { id text version }';
const OWN = 'privateNote { text version }';

describe('a private note', () => {
  it('is read by its owner alone, and leaves no trace in what the two share', async () => {
    const room = await openRoom(belay);
    const { mentor, mentee, meetingId } = room;
    const before = await headOf(room);
    const text = ' Ask about the visa\n';
    const input = { meetingId, version: 0, text, opId: 'n1' };
    expect(await mentee.mutate('savePrivateNote', input, NOTE)).toMatchObject({ note: { text, version: 1 } });
    expect(await mentee.mutate('savePrivateNote', input, NOTE)).toMatchObject({ note: { version: 1 } });
    expect(await readMeeting(mentee, meetingId, OWN)).toEqual({ privateNote: { text, version: 1 } });
    expect(await readMeeting(mentor, meetingId, OWN)).toEqual({ privateNote: null });
    expect(await headOf(room)).toBe(before);
  });

  it('tells its owner’s other windows that it was saved, without repeating its words in the event', async () => {
    const { mentee, meetingId } = await openRoom(belay);
    const { viewer } = await mentee.query<{ viewer: { seq: number } }>('{ viewer { seq } }');
    const followed = mentee.followOwn(
      viewer.seq,
      '... on PrivateNoteSaved { meeting { id } note { text version } }',
    );
    await mentee.mutate('savePrivateNote', { meetingId, version: 0, text: 'visa' });
    expect(await followed.next()).toMatchObject({
      __typename: 'PrivateNoteSaved',
      meeting: { id: meetingId },
      note: { text: 'visa', version: 1 },
    });
    await followed.stop();
    const events = await belay.app.services.prisma.streamEvent.findMany({ where: { streamId: mentee.id } });
    expect(JSON.stringify(events)).not.toContain('visa');
  });

  it('does not overwrite what another window saved', async () => {
    const { mentee, meetingId } = await openRoom(belay);
    await mentee.mutate('savePrivateNote', { meetingId, version: 0, text: 'one' });
    await mentee.mutate('savePrivateNote', { meetingId, version: 1, text: 'two' });
    for (const version of [0, 1, 3]) {
      const late = await mentee.mutate(
        'savePrivateNote',
        { meetingId, version, text: 'late' },
        '__typename',
        '... on Outdated { current { ... on PrivateNote { text version } } }',
      );
      expect(late).toMatchObject({ __typename: 'Outdated', current: { text: 'two', version: 2 } });
    }
    expect(await readMeeting(mentee, meetingId, OWN)).toEqual({ privateNote: { text: 'two', version: 2 } });
  });

  it('is one, though two windows save the first at once', async () => {
    const { mentee, meetingId } = await openRoom(belay);
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        mentee.mutate('savePrivateNote', { meetingId, version: 0, text: `window ${n}` }),
      ),
    );
    expect(outcomes.filter(({ __typename }) => __typename === 'SavePrivateNotePayload')).toHaveLength(1);
  });

  it('can be written when the meeting and the mentorship are over', async () => {
    const room = await closedRoom(belay);
    await closeMentorship(belay, room);
    const input = { meetingId: room.meetingId, version: 0, text: 'It was good' };
    expect(await room.mentor.mutate('savePrivateNote', input, NOTE)).toMatchObject({ note: { version: 1 } });
  });

  it('is refused when it is too long, outdated before it exists, or about a meeting of others', async () => {
    const { mentee, meetingId } = await openRoom(belay);
    const stranger = await belay.person();
    const input = { meetingId, version: 0, text: 'x' };
    const { viewer } = await mentee.query<{ viewer: { seq: number } }>('{ viewer { seq } }');
    const tooLong = { ...input, text: 'x'.repeat(20_001) };
    expect(await mentee.refusal('savePrivateNote', tooLong)).toBe('BAD_USER_INPUT');
    expect(await mentee.refusal('savePrivateNote', { ...input, version: 4 })).toBe('BAD_USER_INPUT');
    expect(await mentee.refusal('savePrivateNote', { ...input, version: -1 })).toBe('BAD_USER_INPUT');
    expect(await mentee.refusal('savePrivateNote', { ...input, meetingId: uuidv7() })).toBe('NOT_FOUND');
    expect(await stranger.refusal('savePrivateNote', input)).toBe('NOT_FOUND');
    expect(await readMeeting(mentee, meetingId, OWN)).toEqual({ privateNote: null });
    const after = await mentee.query<{ viewer: { seq: number } }>('{ viewer { seq } }');
    expect(after.viewer.seq).toBe(viewer.seq);
  });
});
