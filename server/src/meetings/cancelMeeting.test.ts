import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { minutes } from '../platform/clock.ts';
import { expectRefusal, inMinutes, plan, planned, see, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('cancelMeeting', () => {
  it('says why, and carries the agenda to the next meeting that is planned', async () => {
    const story = await planned(belay, { agenda: ['The draft'] });
    const { mentor, mentee, meetingId } = story;
    const nextId = await plan(belay, story, { startsAt: inMinutes(belay, 20 * 24 * 60) });
    await mentee.mutate('cancelMeeting', { meetingId, reason: 'On call' });
    const cancelled = await see(mentor, meetingId);
    expect(cancelled).toMatchObject({
      state: 'CANCELLED',
      cancelReason: 'On call',
      agenda: [{ state: 'CARRIED' }],
    });
    expect((await see(mentor, nextId)).agenda).toMatchObject([
      { title: 'The draft', state: 'OPEN', carriedFrom: { id: cancelled.agenda[0]?.id } },
    ]);
  });

  it('keeps the agenda until there is a next meeting', async () => {
    const story = await planned(belay, { agenda: ['The draft', 'The talk'] });
    await story.mentor.mutate('cancelMeeting', { meetingId: story.meetingId, reason: 'Ill' });
    const { agenda } = await see(story.mentee, await plan(belay, story));
    expect(agenda.map(({ title }) => title)).toEqual(['The draft', 'The talk']);
  });

  it('is for meetings that have not started, with a reason, by one of the two', async () => {
    const story = await planned(belay);
    const { mentor, meetingId } = story;
    await expectRefusal(story, mentor, 'cancelMeeting', { meetingId, reason: '  ' }, 'BAD_USER_INPUT');
    const somebody = await belay.person();
    await expectRefusal(story, somebody, 'cancelMeeting', { meetingId, reason: 'No' }, 'NOT_FOUND');
    await mentor.mutate('startMeeting', { meetingId });
    await expectRefusal(story, mentor, 'cancelMeeting', { meetingId, reason: 'No' }, 'MeetingNotInState');
  });
});

describe('markMeetingMissed', () => {
  it('is said after the planned start, and carries the agenda', async () => {
    const story = await planned(belay, { startsAt: inMinutes(belay, 30), agenda: ['The draft'] });
    const { mentor, mentee, meetingId } = story;
    await expectRefusal(story, mentee, 'markMeetingMissed', { meetingId }, 'MeetingNotInState');
    belay.clock.advance(minutes(31));
    await expectRefusal(story, await belay.person(), 'markMeetingMissed', { meetingId }, 'NOT_FOUND');
    await mentee.mutate('markMeetingMissed', { meetingId });
    expect((await see(mentor, meetingId)).state).toBe('NO_SHOW');
    expect((await see(mentor, await plan(belay, story))).agenda).toMatchObject([{ title: 'The draft' }]);
  });

  it('is not for a meeting that took place', async () => {
    const story = await started(belay, { startsAt: inMinutes(belay, 0) });
    belay.clock.advance(minutes(1));
    const input = { meetingId: story.meetingId };
    await expectRefusal(story, story.mentee, 'markMeetingMissed', input, 'MeetingNotInState');
  });
});
