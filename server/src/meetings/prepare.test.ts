import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { expectRefusal, headOf, planned, see, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('prepare', () => {
  it('shows the other side how one prepared, and that one is ready', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await planned(belay);
    const followed = mentor.follow(
      mentorshipId,
      await headOf(mentor, mentorshipId),
      '... on PreparationChanged { person { id } words readyAt }',
    );
    await mentee.mutate('prepare', { meetingId, words: 'I read the reviews.' });
    expect(await followed.next()).toMatchObject({
      person: { id: mentee.id },
      words: 'I read the reviews.',
      readyAt: null,
    });
    await mentee.mutate('prepare', { meetingId, ready: true });
    expect(await followed.next()).toMatchObject({
      words: 'I read the reviews.',
      readyAt: expect.any(String),
    });
    await followed.stop();
    await mentee.mutate('prepare', { meetingId, ready: false, words: '' });
    expect(await see(mentor, meetingId)).toMatchObject({
      preparations: [{ person: { id: mentee.id }, words: '', readyAt: null }],
    });
  });

  it('is for before the meeting, for the two, and not endless', async () => {
    const before = await planned(belay);
    const long = { meetingId: before.meetingId, words: 'x'.repeat(2001) };
    await expectRefusal(before, before.mentee, 'prepare', long, 'BAD_USER_INPUT');
    const story = await started(belay);
    const input = { meetingId: story.meetingId, ready: true };
    await expectRefusal(story, story.mentee, 'prepare', input, 'MeetingNotInState');
    await expectRefusal(story, await belay.person(), 'prepare', input, 'NOT_FOUND');
  });
});
