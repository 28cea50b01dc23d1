import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { expectRefusal, inMinutes, planned, see, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('editMeeting', () => {
  it('rewords a meeting without asking anybody to confirm again', async () => {
    const { mentor, mentee, meetingId } = await planned(belay);
    await mentee.mutate('confirmMeeting', { meetingId });
    await mentor.mutate('editMeeting', { meetingId, version: 1, objective: 'The talk', place: 'Café' });
    expect(await see(mentee, meetingId)).toMatchObject({
      state: 'SCHEDULED',
      objective: 'The talk',
      place: 'Café',
      minutes: 60,
      version: 2,
    });
  });

  it('makes another time a proposal of whoever moved it, for the other one to confirm', async () => {
    const story = await planned(belay);
    const { mentor, mentee, meetingId } = story;
    await mentee.mutate('confirmMeeting', { meetingId });
    const startsAt = inMinutes(belay, 60 * 24);
    await mentee.mutate('editMeeting', { meetingId, version: 1, startsAt });
    expect(await see(mentor, meetingId)).toMatchObject({
      state: 'PROPOSED',
      startsAt,
      plannedBy: { id: mentor.id },
      proposedBy: { id: mentee.id },
    });
    await expectRefusal(story, mentee, 'confirmMeeting', { meetingId }, 'NotYourPart');
    await mentor.mutate('confirmMeeting', { meetingId });
    expect((await see(mentor, meetingId)).state).toBe('SCHEDULED');
  });

  it('shares out the minutes anew and moves personal time', async () => {
    const { mentor, mentee, meetingId } = await planned(belay);
    await mentor.mutate('editMeeting', { meetingId, version: 1, minutes: 20, personalTime: 'LAST' });
    const { segments } = await see(mentee, meetingId);
    expect(segments.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(20);
    expect(segments.at(-1)?.kind).toBe('PERSONAL');
  });

  it('tells who names an old version how it stands now', async () => {
    const { mentor, mentee, meetingId } = await planned(belay);
    await mentor.mutate('editMeeting', { meetingId, version: 1, objective: 'The talk' });
    expect(
      await mentee.mutate(
        'editMeeting',
        { meetingId, version: 1, objective: 'Mine' },
        '__typename',
        '... on Outdated { current { ... on Meeting { objective version } } }',
      ),
    ).toMatchObject({ __typename: 'Outdated', current: { objective: 'The talk', version: 2 } });
    expect((await see(mentor, meetingId)).objective).toBe('The talk');
  });

  it('refuses what cannot be, and changes nothing', async () => {
    const story = await planned(belay);
    const { mentor, meetingId } = story;
    const edit = (given: Record<string, unknown>) => ({ meetingId, version: 1, ...given });
    await expectRefusal(story, mentor, 'editMeeting', edit({ minutes: 500 }), 'BAD_USER_INPUT');
    await expectRefusal(story, mentor, 'editMeeting', edit({ zone: 'Mars/Base' }), 'BAD_USER_INPUT');
    await expectRefusal(story, mentor, 'editMeeting', edit({ callLink: 'ftp://x' }), 'BAD_USER_INPUT');
    const past = { startsAt: inMinutes(belay, -60) };
    await expectRefusal(story, mentor, 'editMeeting', edit(past), 'BAD_USER_INPUT');
    const somebody = await belay.person();
    await expectRefusal(story, somebody, 'editMeeting', edit({ objective: 'x' }), 'NOT_FOUND');
  });

  it('is for meetings that have not started', async () => {
    const story = await started(belay);
    const input = { meetingId: story.meetingId, version: 1, objective: 'x' };
    await expectRefusal(story, story.mentee, 'editMeeting', input, 'MeetingNotInState');
  });
});
