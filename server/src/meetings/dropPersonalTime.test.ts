import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { expectRefusal, headOf, planned, see, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('dropPersonalTime', () => {
  it('takes both to do without it, and its minutes go to the others', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await planned(belay);
    const followed = mentee.follow(
      mentorshipId,
      await headOf(mentee, mentorshipId),
      '... on PersonalTimeDropped { person { id } gone meeting { segments { kind } } }',
    );
    await mentor.mutate('dropPersonalTime', { meetingId });
    expect(await see(mentee, meetingId)).toMatchObject({
      personalDroppedBy: [{ id: mentor.id }],
      segments: [{ kind: 'PERSONAL' }, {}, {}, {}, {}, {}],
    });
    expect(await followed.next()).toMatchObject({ person: { id: mentor.id }, gone: false });

    await mentee.mutate('dropPersonalTime', { meetingId });
    const { segments } = await see(mentor, meetingId);
    expect(segments.map(({ kind }) => kind)).not.toContain('PERSONAL');
    expect(segments.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
    expect(await followed.next()).toMatchObject({ person: { id: mentee.id }, gone: true });
    await followed.stop();
  });

  it('comes back when one of them takes their word back', async () => {
    const { mentor, mentee, meetingId } = await planned(belay, { personalTime: 'LAST' });
    await mentor.mutate('dropPersonalTime', { meetingId });
    await mentee.mutate('dropPersonalTime', { meetingId });
    await mentee.mutate('dropPersonalTime', { meetingId, undo: true });
    expect((await see(mentor, meetingId)).segments.at(-1)?.kind).toBe('PERSONAL');
  });

  it('changes nothing when it is said again', async () => {
    const { mentor, mentorshipId, meetingId } = await planned(belay);
    await mentor.mutate('dropPersonalTime', { meetingId });
    const before = await headOf(mentor, mentorshipId);
    await mentor.mutate('dropPersonalTime', { meetingId });
    expect(await headOf(mentor, mentorshipId)).toBe(before);
  });

  it('is for before the meeting, and for the two', async () => {
    const story = await started(belay);
    const input = { meetingId: story.meetingId };
    await expectRefusal(story, story.mentee, 'dropPersonalTime', input, 'MeetingNotInState');
    await expectRefusal(story, await belay.person(), 'dropPersonalTime', input, 'NOT_FOUND');
  });
});
