import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { closeMentorship, headOf, openRoom, planRoom, type Room, readMeeting } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

const ADVICE = 'advice { id text state markedAt author { id } }';

async function advise({ mentor, meetingId }: Room, text = 'Ask for feedback early'): Promise<string> {
  const { advice } = await mentor.mutate<{ advice: { id: string } }>(
    'giveAdvice',
    { meetingId, text },
    ADVICE,
  );
  return advice.id;
}

describe('advice', () => {
  it('is an option that the mentor offers and the mentee decides on', async () => {
    const room = await openRoom(belay);
    const followed = room.mentee.follow(
      room.mentorshipId,
      await headOf(room),
      '... on AdviceGiven { advice { text state } } ... on AdviceMarked { state advice { state } }',
    );
    const adviceId = await advise(room);
    expect(await followed.next()).toMatchObject({
      __typename: 'AdviceGiven',
      advice: { text: 'Ask for feedback early', state: 'OFFERED' },
    });
    for (const state of ['CONSIDERING', 'TAKEN', 'NOT_FOR_ME']) {
      const marked = await room.mentee.mutate('markAdvice', { adviceId, state }, ADVICE);
      expect(marked).toMatchObject({ advice: { state, markedAt: expect.any(String) } });
      expect(await followed.next()).toMatchObject({ __typename: 'AdviceMarked', state });
    }
    await followed.stop();
    const unmarked = await room.mentee.mutate('markAdvice', { adviceId, state: 'OFFERED' }, ADVICE);
    expect(unmarked).toMatchObject({ advice: { state: 'OFFERED', markedAt: null } });
  });

  it('can be marked long after the meeting, and marking it the same again changes nothing', async () => {
    const room = await openRoom(belay);
    const adviceId = await advise(room);
    await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
    await room.mentee.mutate('markAdvice', { adviceId, state: 'TAKEN' });
    const before = await headOf(room);
    await room.mentee.mutate('markAdvice', { adviceId, state: 'TAKEN' });
    expect(await headOf(room)).toBe(before);
    expect(await readMeeting(room.mentor, room.meetingId, 'advice { state }')).toEqual({
      advice: [{ state: 'TAKEN' }],
    });
    await closeMentorship(belay, room);
    const late = await room.mentee.mutate('markAdvice', { adviceId, state: 'CONSIDERING' });
    expect(late.__typename).toBe('MentorshipNotActive');
  });

  it('is the mentor’s to give and the mentee’s to mark', async () => {
    const room = await openRoom(belay);
    const adviceId = await advise(room);
    const before = await headOf(room);
    const given = await room.mentee.mutate('giveAdvice', { meetingId: room.meetingId, text: 'Mine' });
    expect(given.__typename).toBe('NotYourPart');
    const marked = await room.mentor.mutate('markAdvice', { adviceId, state: 'TAKEN' });
    expect(marked.__typename).toBe('NotYourPart');
    expect(await headOf(room)).toBe(before);
  });

  it('is given in a live meeting, in words that fit', async () => {
    const room = await planRoom(belay);
    const input = { meetingId: room.meetingId, text: 'Early' };
    expect((await room.mentor.mutate('giveAdvice', input)).__typename).toBe('MeetingNotInState');
    await room.mentor.mutate('startMeeting', { meetingId: room.meetingId });
    for (const text of ['', '  ', 'x'.repeat(1001)]) {
      expect(await room.mentor.refusal('giveAdvice', { ...input, text })).toBe('BAD_USER_INPUT');
    }
    expect(await readMeeting(room.mentor, room.meetingId, 'advice { id }')).toEqual({ advice: [] });
  });

  it('does not exist for anybody else', async () => {
    const room = await openRoom(belay);
    const adviceId = await advise(room);
    const stranger = await belay.person();
    expect(await stranger.refusal('giveAdvice', { meetingId: room.meetingId, text: 'x' })).toBe('NOT_FOUND');
    expect(await stranger.refusal('markAdvice', { adviceId, state: 'TAKEN' })).toBe('NOT_FOUND');
    expect(await room.mentee.refusal('markAdvice', { adviceId: uuidv7(), state: 'TAKEN' })).toBe('NOT_FOUND');
  });
});
