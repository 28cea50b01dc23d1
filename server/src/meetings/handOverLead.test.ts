import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { expectRefusal, headOf, planned, see, segmentOf, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('handOverLead', () => {
  it('lets the other one move the meeting on', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await started(belay);
    const followed = mentee.follow(
      mentorshipId,
      await headOf(mentee, mentorshipId),
      '... on LeadHandedOver { leader { id } }',
    );
    await mentor.mutate('handOverLead', { meetingId });
    expect(await followed.next()).toMatchObject({
      __typename: 'LeadHandedOver',
      leader: { id: mentee.id },
    });
    await followed.stop();
    const segmentId = segmentOf(await see(mentee, meetingId), 'GOALS').id;
    await mentee.mutate('enterSegment', { meetingId, segmentId });
    expect((await see(mentor, meetingId)).currentSegment?.kind).toBe('GOALS');
  });

  it('is for the leader of a live meeting', async () => {
    const story = await started(belay);
    const { mentor, mentee, meetingId } = story;
    await expectRefusal(story, mentee, 'handOverLead', { meetingId }, 'NotTheLeader');
    await expectRefusal(story, await belay.person(), 'handOverLead', { meetingId }, 'NOT_FOUND');
    await mentor.mutate('endMeeting', { meetingId });
    await expectRefusal(story, mentor, 'handOverLead', { meetingId }, 'MeetingNotInState');
  });

  it('is the only way: a dropped connection leaves the lead where it is', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await started(belay);
    const followed = mentor.follow(mentorshipId, null);
    await followed.stop();
    await mentee.mutate('interruptMeeting', { meetingId });
    await mentee.mutate('resumeMeeting', { meetingId });
    expect((await see(mentee, meetingId)).leader).toEqual({ id: mentor.id });
  });
});

describe('askToMoveOn', () => {
  it('shows the leader that the other one would like to move on, until they do', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await started(belay);
    const followed = mentor.follow(
      mentorshipId,
      await headOf(mentor, mentorshipId),
      '... on MoveOnAsked { person { id } }',
    );
    await mentee.mutate('askToMoveOn', { meetingId });
    expect(await followed.next()).toMatchObject({ __typename: 'MoveOnAsked', person: { id: mentee.id } });
    await followed.stop();
    expect((await see(mentor, meetingId)).moveOnAskedBy).toEqual({ id: mentee.id });

    const head = await headOf(mentor, mentorshipId);
    await mentee.mutate('askToMoveOn', { meetingId });
    expect(await headOf(mentor, mentorshipId)).toBe(head);

    const segmentId = segmentOf(await see(mentor, meetingId), 'GOALS').id;
    await mentor.mutate('enterSegment', { meetingId, segmentId });
    expect((await see(mentee, meetingId)).moveOnAskedBy).toBeNull();
  });

  it('is not for the leader, for others, or before the start', async () => {
    const story = await started(belay);
    const { mentor, meetingId } = story;
    await expectRefusal(story, mentor, 'askToMoveOn', { meetingId }, 'NotYourPart');
    await expectRefusal(story, await belay.person(), 'askToMoveOn', { meetingId }, 'NOT_FOUND');
    const early = await planned(belay);
    const input = { meetingId: early.meetingId };
    await expectRefusal(early, early.mentee, 'askToMoveOn', input, 'MeetingNotInState');
  });
});
