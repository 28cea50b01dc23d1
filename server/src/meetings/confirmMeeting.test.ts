import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { expectRefusal, headOf, inMinutes, planned, see } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('confirmMeeting', () => {
  it('is said by the other one, and both see it', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await planned(belay);
    const followed = mentor.follow(
      mentorshipId,
      await headOf(mentor, mentorshipId),
      '... on MeetingConfirmed { meeting { state } }',
    );
    await mentee.mutate('confirmMeeting', { meetingId });
    expect(await followed.next()).toMatchObject({
      __typename: 'MeetingConfirmed',
      actor: { id: mentee.id },
      meeting: { state: 'SCHEDULED' },
    });
    await followed.stop();
  });

  it('is not for the one who proposed the time, for others, or twice', async () => {
    const story = await planned(belay);
    const { mentor, mentee, meetingId } = story;
    await expectRefusal(story, mentor, 'confirmMeeting', { meetingId }, 'NotYourPart');
    await expectRefusal(story, await belay.person(), 'confirmMeeting', { meetingId }, 'NOT_FOUND');
    await mentee.mutate('confirmMeeting', { meetingId });
    await expectRefusal(story, mentee, 'confirmMeeting', { meetingId }, 'MeetingNotInState');
  });

  it('never confirms a time unseen', async () => {
    const story = await planned(belay);
    const { mentor, mentee, meetingId } = story;
    await mentor.mutate('editMeeting', { meetingId, version: 1, startsAt: inMinutes(belay, 60) });
    await expectRefusal(story, mentee, 'confirmMeeting', { meetingId, version: 1 }, 'Outdated');
    await mentee.mutate('confirmMeeting', { meetingId, version: 2 });
    expect((await see(mentor, meetingId)).state).toBe('SCHEDULED');
  });
});
