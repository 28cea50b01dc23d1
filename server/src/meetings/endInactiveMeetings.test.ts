import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { minutes } from '../platform/clock.ts';
import { headOf, see, segmentOf, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

async function pass(time: number): Promise<void> {
  belay.clock.advance(minutes(time));
  await belay.settle();
}

describe('a meeting in which nobody does anything', () => {
  it('ends itself after half an hour, by nobody, and both are mailed', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await started(belay, { agenda: ['The draft'] });
    const followed = mentee.follow(
      mentorshipId,
      await headOf(mentee, mentorshipId),
      '... on MeetingEnded { reason meeting { state endReason endedBy { id } } }',
    );
    await pass(31);
    expect(await followed.until('MeetingEnded')).toMatchObject({
      actor: null,
      reason: 'INACTIVITY',
      meeting: { state: 'ENDED', endReason: 'INACTIVITY', endedBy: null },
    });
    await followed.stop();
    expect((await see(mentor, meetingId)).agenda).toMatchObject([{ state: 'CARRIED' }]);
    await belay.settle();
    const mails = await belay.mails();
    expect(mails.find(({ to }) => to === mentor.email)?.text).toContain('ended by itself');
    expect(mails.find(({ to }) => to === mentee.email)?.text).toContain('open it again until');
  });

  it('ends while it is interrupted too', async () => {
    const { mentor, meetingId } = await started(belay);
    await mentor.mutate('interruptMeeting', { meetingId });
    await pass(31);
    expect((await see(mentor, meetingId)).state).toBe('ENDED');
  });

  it('goes on for as long as somebody does something', async () => {
    const { mentor, mentee, meetingId } = await started(belay);
    const { id: segmentId } = segmentOf(await see(mentor, meetingId), 'GOALS');
    const deeds = [
      () => mentee.mutate('askToMoveOn', { meetingId }),
      () => mentor.mutate('enterSegment', { meetingId, segmentId }),
      () => mentor.mutate('extendSegment', { meetingId, segmentId, minutes: 5 }),
      () => mentee.mutate('addAgendaItem', { meetingId, title: 'One more' }),
      () => mentor.mutate('startTalking', { meetingId }),
      () => mentee.mutate('givePulse', { meetingId, kind: 'HELPFUL' }),
      () => mentor.mutate('handOverLead', { meetingId }),
      () => mentor.mutate('interruptMeeting', { meetingId }),
      () => mentee.mutate('resumeMeeting', { meetingId }),
    ];
    for (const deed of deeds) {
      await pass(20);
      await deed();
    }
    expect((await see(mentor, meetingId)).state).toBe('LIVE');
    await pass(31);
    expect((await see(mentor, meetingId)).state).toBe('ENDED');
  });

  it('can be reopened, and then has another half hour', async () => {
    const { mentor, mentee, meetingId } = await started(belay);
    await pass(31);
    await mentee.mutate('reopenMeeting', { meetingId });
    await pass(29);
    expect((await see(mentor, meetingId)).state).toBe('LIVE');
    await pass(2);
    expect((await see(mentor, meetingId)).state).toBe('ENDED');
  });
});
