import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { ended, expectRefusal, headOf, see, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('correctSummary', () => {
  it('is done by either, and the other side sees it', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await ended(belay);
    const { version } = await see(mentee, meetingId);
    const followed = mentor.follow(
      mentorshipId,
      await headOf(mentor, mentorshipId),
      '... on SummaryCorrected { meeting { summary summaryBy { id } } }',
    );
    await mentee.mutate('correctSummary', { meetingId, version, summary: ' We agreed to rest. ' });
    expect(await followed.next()).toMatchObject({
      __typename: 'SummaryCorrected',
      meeting: { summary: 'We agreed to rest.', summaryBy: { id: mentee.id } },
    });
    await followed.stop();
  });

  it('never overwrites what the other one wrote in between', async () => {
    const story = await ended(belay);
    const { mentor, mentee, meetingId } = story;
    const { version } = await see(mentee, meetingId);
    await mentor.mutate('correctSummary', { meetingId, version, summary: 'Mine' });
    const input = { meetingId, version, summary: 'No, mine' };
    await expectRefusal(story, mentee, 'correctSummary', input, 'Outdated');
  });

  it('is for the record of a meeting of the two that has ended, and not endless', async () => {
    const live = await started(belay);
    const early = { meetingId: live.meetingId, version: 1, summary: 'x' };
    await expectRefusal(live, live.mentor, 'correctSummary', early, 'MeetingNotInState');
    const story = await ended(belay);
    const { version } = await see(story.mentee, story.meetingId);
    const input = { meetingId: story.meetingId, version, summary: 'x'.repeat(20_001) };
    await expectRefusal(story, story.mentee, 'correctSummary', input, 'BAD_USER_INPUT');
    const somebody = await belay.person();
    await expectRefusal(story, somebody, 'correctSummary', { ...input, summary: 'x' }, 'NOT_FOUND');
  });
});
