import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { headOf, openRoom } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('markUsefulness', () => {
  it('keeps each move of each side, and shows it to the other', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await openRoom(belay);
    const followed = mentor.follow(
      mentorshipId,
      await headOf(mentor, mentorshipId),
      '... on UsefulnessMarked { value mark { author { id } } }',
    );
    await mentee.mutate('markUsefulness', { meetingId, value: 3 });
    await mentor.mutate('markUsefulness', { meetingId, value: 5 });
    await mentee.mutate('markUsefulness', { meetingId, value: 1 });
    expect([await followed.next(), await followed.next(), await followed.next()]).toMatchObject([
      { value: 3, mark: { author: { id: mentee.id } } },
      { value: 5, mark: { author: { id: mentor.id } } },
      { value: 1, mark: { author: { id: mentee.id } } },
    ]);
    await followed.stop();
    const { meeting } = await mentor.query<{ meeting: unknown }>(
      'query($id: ID!) { meeting(id: $id) { usefulness { value } } }',
      { id: meetingId },
    );
    expect(meeting).toEqual({ usefulness: [{ value: 1 }, { value: 5 }, { value: 3 }] });
  });

  it('takes the same value again for no news', async () => {
    const { mentee, mentorshipId, meetingId } = await openRoom(belay);
    const first = await mentee.mutate('markUsefulness', { meetingId, value: 4 }, 'mark { id }');
    const head = await headOf(mentee, mentorshipId);
    expect(await mentee.mutate('markUsefulness', { meetingId, value: 4 }, 'mark { id }')).toEqual(first);
    expect(await headOf(mentee, mentorshipId)).toBe(head);
  });

  it.each([0, 6, -1])('refuses %i', async (value) => {
    const { mentee, mentorshipId, meetingId } = await openRoom(belay);
    const head = await headOf(mentee, mentorshipId);
    expect(await mentee.refusal('markUsefulness', { meetingId, value })).toBe('BAD_USER_INPUT');
    expect(await headOf(mentee, mentorshipId)).toBe(head);
  });

  it('is refused when the meeting is over, and to anybody else', async () => {
    const { mentor, mentee, meetingId } = await openRoom(belay);
    const other = await belay.person();
    expect(await other.refusal('markUsefulness', { meetingId, value: 3 })).toBe('NOT_FOUND');
    await mentor.mutate('endMeeting', { meetingId });
    expect((await mentee.mutate('markUsefulness', { meetingId, value: 3 })).__typename).toBe(
      'MeetingNotInState',
    );
  });
});
