import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { minutes } from '../platform/clock.ts';
import { MAX_NOTES, MAX_UPDATE } from './notesDocument.ts';
import { closeMentorship, headOf, openRoom, planRoom, type Room, readMeeting } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

/** What a page sends that writes this at the start of its own empty document. */
function typed(text: string): string {
  const doc = new Y.Doc();
  doc.getText('notes').insert(0, text);
  return base64(Y.encodeStateAsUpdate(doc));
}

const send = (actor: Actor, { meetingId }: Room, update: string, more: object = {}) =>
  actor.mutate<{ notes: { text: string; state: string } }>(
    'editNotes',
    { meetingId, update, ...more },
    'notes { text state updatedAt }',
    '... on NotesTooLong { limit }',
  );

const notes = ({ mentee, meetingId }: Room) =>
  readMeeting<{ notes: { text: string; state: string; updatedAt: string | null } }>(
    mentee,
    meetingId,
    'notes { text state updatedAt }',
  );

describe('the notes of both', () => {
  it('are an empty document while nobody has written', async () => {
    const { notes: empty } = await notes(await openRoom(belay));
    expect(empty).toMatchObject({ text: '', updatedAt: null });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Buffer.from(empty.state, 'base64'));
    expect(doc.getText('notes').toString()).toBe('');
  });

  it('hold what both type, and the other follows it letter by letter', async () => {
    const room = await openRoom(belay);
    const followed = room.mentee.follow(
      room.mentorshipId,
      await headOf(room),
      '... on NotesEdited { update }',
    );
    expect(await send(room.mentor, room, typed('methods'))).toMatchObject({ notes: { text: 'methods' } });
    const page = new Y.Doc();
    const { update } = (await followed.until('NotesEdited')) as unknown as { update: string };
    await followed.stop();
    Y.applyUpdate(page, Buffer.from(update, 'base64'));
    expect(page.getText('notes').toString()).toBe('methods');

    const before = Y.encodeStateVector(page);
    page.getText('notes').insert(7, ' and results');
    const outcome = await send(room.mentee, room, base64(Y.encodeStateAsUpdate(page, before)));
    expect(outcome).toMatchObject({ notes: { text: 'methods and results' } });
    expect((await notes(room)).notes).toMatchObject({ text: 'methods and results' });
  });

  it('do not change when an update comes again', async () => {
    const room = await openRoom(belay);
    const update = typed('once');
    await send(room.mentor, room, update);
    const [before, stored] = [await headOf(room), await notes(room)];
    await send(room.mentor, room, update);
    await send(room.mentee, room, update);
    expect(await headOf(room)).toBe(before);
    expect(await notes(room)).toEqual(stored);
  });

  it('are written while preparing, and until the meeting can be reopened no more', async () => {
    const room = await planRoom(belay);
    await send(room.mentor, room, typed('before '));
    await room.mentor.mutate('startMeeting', { meetingId: room.meetingId });
    await room.mentor.mutate('interruptMeeting', { meetingId: room.meetingId });
    await send(room.mentor, room, typed('during '));
    await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
    belay.clock.advance(minutes(14));
    expect((await send(room.mentee, room, typed('late '))).__typename).toBe('EditNotesPayload');
    belay.clock.advance(minutes(2));
    const [before, stored] = [await headOf(room), await notes(room)];
    expect((await send(room.mentee, room, typed('too late'))).__typename).toBe('MeetingNotInState');
    expect(await headOf(room)).toBe(before);
    expect(await notes(room)).toEqual(stored);
  });

  it('stand still when the meeting is off or the mentorship over', async () => {
    const room = await planRoom(belay);
    await room.mentor.mutate('cancelMeeting', { meetingId: room.meetingId, reason: 'On call' });
    expect((await send(room.mentor, room, typed('x'))).__typename).toBe('MeetingNotInState');
    const other = await openRoom(belay);
    await closeMentorship(belay, other);
    expect((await send(other.mentor, other, typed('x'))).__typename).toBe('MentorshipNotActive');
    expect((await notes(other)).notes.text).toBe('');
  });

  it('hold 20,000 characters', async () => {
    const room = await openRoom(belay);
    await send(room.mentor, room, typed('x'.repeat(MAX_NOTES)));
    const before = await headOf(room);
    const outcome = await send(room.mentee, room, typed('y'));
    expect(outcome).toMatchObject({ __typename: 'NotesTooLong', limit: MAX_NOTES });
    expect(await headOf(room)).toBe(before);
    expect((await notes(room)).notes.text).toHaveLength(MAX_NOTES);
  });

  it('refuse what is no update of theirs, and name the field', async () => {
    const room = await openRoom(belay);
    await send(room.mentor, room, typed('kept'));
    const [before, stored] = [await headOf(room), await notes(room)];
    const page = new Y.Doc();
    page.getText('notes').insert(0, 'unsent');
    const vector = Y.encodeStateVector(page);
    page.getText('notes').insert(6, '!');
    const refused = [
      base64(Y.encodeStateAsUpdate(page, vector)),
      base64(new Uint8Array([1, 255, 255, 255, 255, 255, 255, 7])),
      base64(new Uint8Array(MAX_UPDATE + 1)),
      typed('truncated').slice(0, 12),
      '',
      'not base64',
    ];
    for (const update of refused) {
      const { errors } = await room.mentee.ask(
        'mutation($input: EditNotesInput!) { editNotes(input: $input) { __typename } }',
        { input: { meetingId: room.meetingId, update } },
      );
      expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
      expect(JSON.stringify(errors)).toContain('update');
    }
    expect(await headOf(room)).toBe(before);
    expect(await notes(room)).toEqual(stored);
  });

  it('do not exist for anybody else', async () => {
    const room = await openRoom(belay);
    const stranger = await belay.person();
    const input = { meetingId: room.meetingId, update: typed('x') };
    expect(await stranger.refusal('editNotes', input)).toBe('NOT_FOUND');
    expect(await belay.stranger().refusal('editNotes', input)).toBe('UNAUTHENTICATED');
    expect((await notes(room)).notes.text).toBe('');
  });
});
