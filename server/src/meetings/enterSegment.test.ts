import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { minutes, seconds } from '../platform/clock.ts';
import { expectRefusal, headOf, planned, see, segmentOf, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('enterSegment', () => {
  it('moves on, and the other side sees the clock of each segment', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await started(belay);
    const followed = mentee.follow(
      mentorshipId,
      await headOf(mentee, mentorshipId),
      '... on SegmentEntered { segment { kind } meeting { currentSegment { kind } } }',
    );
    belay.clock.advance(minutes(7));
    const goals = segmentOf(await see(mentor, meetingId), 'GOALS');
    await mentor.mutate('enterSegment', { meetingId, segmentId: goals.id });
    expect(await followed.next()).toMatchObject({
      __typename: 'SegmentEntered',
      segment: { kind: 'GOALS' },
      meeting: { currentSegment: { kind: 'GOALS' } },
    });
    await followed.stop();
    const seen = await see(mentee, meetingId);
    const personal = segmentOf(seen, 'PERSONAL');
    expect(personal.startedAt).toBeNull();
    expect(Math.abs(personal.spent - 7 * 60)).toBeLessThan(30);
    expect(segmentOf(seen, 'GOALS').startedAt).not.toBeNull();
  });

  it('goes back, and the time spent before counts on', async () => {
    const { mentor, meetingId } = await started(belay);
    const { segments } = await see(mentor, meetingId);
    const [first, second] = segments;
    belay.clock.advance(minutes(3));
    await mentor.mutate('enterSegment', { meetingId, segmentId: second?.id });
    await mentor.mutate('enterSegment', { meetingId, segmentId: first?.id });
    belay.clock.advance(minutes(2));
    await mentor.mutate('interruptMeeting', { meetingId });
    const { spent } = segmentOf(await see(mentor, meetingId), 'PERSONAL');
    expect(Math.abs(spent - 5 * 60)).toBeLessThan(30);
  });

  it('wraps up in the last segment, and is live again when it goes back', async () => {
    const { mentor, mentee, meetingId } = await started(belay);
    const seen = await see(mentor, meetingId);
    const enter = (kind: string) =>
      mentor.mutate('enterSegment', { meetingId, segmentId: segmentOf(seen, kind).id });
    await enter('WRAP_UP');
    expect((await see(mentee, meetingId)).state).toBe('WRAPPING');
    await enter('AGENDA');
    expect((await see(mentee, meetingId)).state).toBe('LIVE');
  });

  it('opens the exchange when it comes to it', async () => {
    const { mentor, mentee, meetingId } = await started(belay);
    const segmentId = segmentOf(await see(mentor, meetingId), 'EXCHANGE').id;
    await mentor.mutate('enterSegment', { meetingId, segmentId });
    expect(
      await mentee.query('query($id: ID!) { meeting(id: $id) { exchange { state } } }', { id: meetingId }),
    ).toEqual({ meeting: { exchange: { state: 'OPEN' } } });
  });

  it('changes nothing when it is there already', async () => {
    const { mentor, mentorshipId, meetingId } = await started(belay);
    const { currentSegment } = await see(mentor, meetingId);
    const before = await headOf(mentor, mentorshipId);
    await mentor.mutate('enterSegment', { meetingId, segmentId: currentSegment?.id });
    expect(await headOf(mentor, mentorshipId)).toBe(before);
  });

  it('is for the leader, who is named to the other one', async () => {
    const story = await started(belay);
    const { mentor, mentee, meetingId } = story;
    const input = { meetingId, segmentId: segmentOf(await see(mentor, meetingId), 'GOALS').id };
    await expectRefusal(story, mentee, 'enterSegment', input, 'NotTheLeader');
    const facts = '... on NotTheLeader { leader { id } }';
    expect(await mentee.mutate('enterSegment', input, '__typename', facts)).toMatchObject({
      leader: { id: mentor.id },
    });
  });

  it('is for the segments of a running meeting of the two', async () => {
    const story = await started(belay);
    const { mentor, meetingId } = story;
    const segmentId = segmentOf(await see(mentor, meetingId), 'GOALS').id;
    const elsewhere = await started(belay);
    const foreign = segmentOf(await see(elsewhere.mentor, elsewhere.meetingId), 'GOALS').id;
    await expectRefusal(story, mentor, 'enterSegment', { meetingId, segmentId: foreign }, 'NOT_FOUND');
    await expectRefusal(story, elsewhere.mentor, 'enterSegment', { meetingId, segmentId }, 'NOT_FOUND');
    await mentor.mutate('interruptMeeting', { meetingId });
    await expectRefusal(story, mentor, 'enterSegment', { meetingId, segmentId }, 'MeetingNotInState');
    const before = await planned(belay);
    const early = { meetingId: before.meetingId, segmentId };
    await expectRefusal(before, before.mentor, 'enterSegment', early, 'MeetingNotInState');
  });
});

describe('extendSegment', () => {
  it('gives more time, also to one that is still to come', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await started(belay);
    const followed = mentee.follow(
      mentorshipId,
      await headOf(mentee, mentorshipId),
      '... on SegmentExtended { minutes segment { kind minutes } }',
    );
    const { id: segmentId, minutes: planned } = segmentOf(await see(mentor, meetingId), 'AGENDA');
    await mentor.mutate('extendSegment', { meetingId, segmentId, minutes: 5 });
    expect(await followed.next()).toMatchObject({
      minutes: 5,
      segment: { kind: 'AGENDA', minutes: planned + 5 },
    });
    await followed.stop();
  });

  it('is for the leader and between 1 and 30 minutes', async () => {
    const story = await started(belay);
    const { mentor, mentee, meetingId } = story;
    const { id: segmentId } = segmentOf(await see(mentor, meetingId), 'AGENDA');
    const extend = (minutes: number) => ({ meetingId, segmentId, minutes });
    await expectRefusal(story, mentee, 'extendSegment', extend(5), 'NotTheLeader');
    for (const wrong of [0, -1, 31]) {
      await expectRefusal(story, mentor, 'extendSegment', extend(wrong), 'BAD_USER_INPUT');
    }
  });

  it('never makes a segment longer than the longest meeting', async () => {
    const story = await planned(belay, { minutes: 480 });
    const { mentor, meetingId } = story;
    await mentor.mutate('startMeeting', { meetingId });
    const { id: segmentId } = segmentOf(await see(mentor, meetingId), 'AGENDA');
    const { prisma } = belay.app.services;
    await prisma.segment.update({ where: { id: segmentId }, data: { minutes: 470 } });
    const input = { meetingId, segmentId, minutes: 11 };
    await expectRefusal(story, mentor, 'extendSegment', input, 'BAD_USER_INPUT');
  });
});

describe('interruptMeeting and resumeMeeting', () => {
  it('stop the clock and start it again where it stood', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await started(belay);
    const followed = mentor.follow(mentorshipId, await headOf(mentor, mentorshipId));
    await mentor.mutate('startTalking', { meetingId });
    belay.clock.advance(seconds(90));
    await mentee.mutate('interruptMeeting', { meetingId });
    await followed.until('MeetingInterrupted');
    const stopped = segmentOf(await see(mentor, meetingId), 'PERSONAL');
    expect(stopped.startedAt).toBeNull();
    expect(Math.abs(stopped.spent - 90)).toBeLessThan(30);

    belay.clock.advance(minutes(10));
    await mentor.mutate('resumeMeeting', { meetingId });
    await followed.until('MeetingResumed');
    await followed.stop();
    const seen = await see(mentee, meetingId);
    expect(seen.state).toBe('LIVE');
    expect(segmentOf(seen, 'PERSONAL').spent).toBe(stopped.spent);
    expect(segmentOf(seen, 'PERSONAL').startedAt).not.toBeNull();
  });

  it('end the turn of whoever was talking', async () => {
    const { mentor, mentee, meetingId } = await started(belay);
    await mentor.mutate('startTalking', { meetingId });
    await mentee.mutate('interruptMeeting', { meetingId });
    expect(
      await mentor.query('query($id: ID!) { meeting(id: $id) { talking { id } } }', { id: meetingId }),
    ).toEqual({ meeting: { talking: null } });
  });

  it('wrap up again after an interruption of it', async () => {
    const { mentor, meetingId } = await started(belay);
    const segmentId = segmentOf(await see(mentor, meetingId), 'WRAP_UP').id;
    await mentor.mutate('enterSegment', { meetingId, segmentId });
    await mentor.mutate('interruptMeeting', { meetingId });
    await mentor.mutate('resumeMeeting', { meetingId });
    expect((await see(mentor, meetingId)).state).toBe('WRAPPING');
  });

  it('follow one another, and are for the two', async () => {
    const story = await started(belay);
    const { mentor, mentee, meetingId } = story;
    await expectRefusal(story, mentee, 'resumeMeeting', { meetingId }, 'MeetingNotInState');
    await expectRefusal(story, await belay.person(), 'interruptMeeting', { meetingId }, 'NOT_FOUND');
    await mentor.mutate('interruptMeeting', { meetingId });
    await expectRefusal(story, mentee, 'interruptMeeting', { meetingId }, 'MeetingNotInState');
    await expectRefusal(story, await belay.person(), 'resumeMeeting', { meetingId }, 'NOT_FOUND');
  });
});
