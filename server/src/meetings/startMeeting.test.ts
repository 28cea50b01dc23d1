import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { minutes } from '../platform/clock.ts';
import {
  ended,
  expectRefusal,
  headOf,
  inMinutes,
  plan,
  planned,
  see,
  segmentOf,
  started,
} from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('startMeeting', () => {
  it('goes live in its first segment, led by whoever starts it, and the other side sees it', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await planned(belay);
    const followed = mentor.follow(
      mentorshipId,
      await headOf(mentor, mentorshipId),
      '... on MeetingStarted { meeting { state leader { id } currentSegment { kind } } }',
    );
    await mentee.mutate('startMeeting', { meetingId });
    expect(await followed.next()).toMatchObject({
      __typename: 'MeetingStarted',
      actor: { id: mentee.id },
      meeting: { state: 'LIVE', leader: { id: mentee.id }, currentSegment: { kind: 'PERSONAL' } },
    });
    await followed.stop();
    expect(segmentOf(await see(mentor, meetingId), 'PERSONAL').startedAt).not.toBeNull();
  });

  it('starts with an agenda item alone, and with nothing not at all', async () => {
    const story = await planned(belay, { objective: '' });
    const { mentor, mentee, meetingId } = story;
    await expectRefusal(story, mentee, 'startMeeting', { meetingId }, 'NothingToTalkAbout');
    await mentor.mutate('addAgendaItem', { meetingId, title: 'The draft' });
    await mentee.mutate('startMeeting', { meetingId });
    expect((await see(mentor, meetingId)).state).toBe('LIVE');
  });

  it('does not count an agenda item that was dropped', async () => {
    const story = await planned(belay, { objective: '', agenda: ['The draft'] });
    const { mentor, meetingId } = story;
    const [item] = (await see(mentor, meetingId)).agenda;
    await mentor.mutate('dropAgendaItem', { agendaItemId: item?.id, reason: 'Done by mail' });
    await expectRefusal(story, mentor, 'startMeeting', { meetingId }, 'NothingToTalkAbout');
  });

  it('lets one meeting of the two go on at a time, and names it', async () => {
    const story = await started(belay);
    const { mentor, mentee, meetingId } = story;
    const otherId = await plan(belay, story);
    expect(
      await mentee.mutate(
        'startMeeting',
        { meetingId: otherId },
        '__typename',
        '... on AnotherMeetingIsLive { meeting { id } }',
      ),
    ).toMatchObject({ __typename: 'AnotherMeetingIsLive', meeting: { id: meetingId } });
    await mentee.mutate('interruptMeeting', { meetingId });
    await expectRefusal(story, mentor, 'startMeeting', { meetingId: otherId }, 'AnotherMeetingIsLive');
  });

  it('is not for a meeting that is over, or for others', async () => {
    const over = await ended(belay);
    const input = { meetingId: over.meetingId };
    await expectRefusal(over, over.mentee, 'startMeeting', input, 'MeetingNotInState');
    const story = await planned(belay);
    const somebody = await belay.person();
    await expectRefusal(story, somebody, 'startMeeting', { meetingId: story.meetingId }, 'NOT_FOUND');
    await expectRefusal(story, story.mentor, 'startMeeting', { meetingId: 'nonsense' }, 'NOT_FOUND');
  });
});

describe('undoStart', () => {
  it.each(['PROPOSED', 'SCHEDULED'])(
    'makes it %s again, as before, and keeps what was written',
    async (state) => {
      const { mentor, mentee, meetingId } = await planned(belay);
      if (state === 'SCHEDULED') await mentee.mutate('confirmMeeting', { meetingId });
      await mentor.mutate('startMeeting', { meetingId });
      await mentee.mutate('addAgendaItem', { meetingId, title: 'While we are here' });
      await mentor.mutate('startTalking', { meetingId });
      belay.clock.advance(minutes(4));
      await mentee.mutate('undoStart', { meetingId });
      const seen = await see(mentor, meetingId);
      expect(seen).toMatchObject({
        state,
        leader: null,
        currentSegment: null,
        undoableUntil: null,
        agenda: [{ title: 'While we are here', state: 'OPEN' }],
      });
      expect(seen.segments.every(({ startedAt, spent }) => startedAt === null && spent === 0)).toBe(true);
      await mentee.mutate('startMeeting', { meetingId });
      expect((await see(mentor, meetingId)).leader).toEqual({ id: mentee.id });
    },
  );

  it('is too late after five minutes, and says until when it was not', async () => {
    const story = await started(belay);
    const { mentor, mentee, meetingId } = story;
    const { undoableUntil } = await see(mentor, meetingId);
    belay.clock.advance(minutes(5) + 1000);
    await expectRefusal(story, mentee, 'undoStart', { meetingId }, 'TooLate');
    expect(
      await mentor.mutate('undoStart', { meetingId }, '__typename', '... on TooLate { until }'),
    ).toMatchObject({ until: undoableUntil });
  });

  it('is for a meeting that goes on, and for the two', async () => {
    const story = await planned(belay, { startsAt: inMinutes(belay, 1) });
    const { mentor, meetingId } = story;
    await expectRefusal(story, mentor, 'undoStart', { meetingId }, 'MeetingNotInState');
    await mentor.mutate('startMeeting', { meetingId });
    await expectRefusal(story, await belay.person(), 'undoStart', { meetingId }, 'NOT_FOUND');
  });
});
