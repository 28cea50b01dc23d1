import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { minutes } from '../platform/clock.ts';
import { ended, expectRefusal, headOf, plan, see, segmentOf, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

const agendaOf = async (actor: Actor, meetingId: string) =>
  (await see(actor, meetingId)).agenda.map(({ title, state }) => `${title}: ${state}`);

describe('reopenMeeting', () => {
  it('goes on where it stood, with the same leader', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await started(belay);
    const segmentId = segmentOf(await see(mentor, meetingId), 'AGENDA').id;
    await mentor.mutate('enterSegment', { meetingId, segmentId });
    await mentor.mutate('endMeeting', { meetingId });
    const followed = mentor.follow(
      mentorshipId,
      await headOf(mentor, mentorshipId),
      '... on MeetingReopened { meeting { state } }',
    );
    belay.clock.advance(minutes(14));
    await mentee.mutate('reopenMeeting', { meetingId });
    expect(await followed.next()).toMatchObject({
      __typename: 'MeetingReopened',
      meeting: { state: 'LIVE' },
    });
    await followed.stop();
    expect(await see(mentee, meetingId)).toMatchObject({
      state: 'LIVE',
      leader: { id: mentor.id },
      currentSegment: { kind: 'AGENDA' },
      endedBy: null,
      endReason: null,
      reopenableUntil: null,
    });
  });

  it('is too late after fifteen minutes, and says until when it was not', async () => {
    const story = await ended(belay);
    const { mentor, mentee, meetingId } = story;
    const { reopenableUntil } = await see(mentor, meetingId);
    belay.clock.advance(minutes(15) + 1000);
    await expectRefusal(story, mentee, 'reopenMeeting', { meetingId }, 'TooLate');
    expect(
      await mentee.mutate('reopenMeeting', { meetingId }, '__typename', '... on TooLate { until }'),
    ).toMatchObject({ until: reopenableUntil });
  });

  it('opens again what its end carried, and carries it once more, in the same place', async () => {
    const story = await started(belay, { agenda: ['The draft', 'The talk'] });
    const { mentor, mentee, meetingId } = story;
    const nextId = await plan(belay, story);
    await mentor.mutate('endMeeting', { meetingId });
    await mentee.mutate('reopenMeeting', { meetingId });
    expect(await agendaOf(mentor, meetingId)).toEqual(['The draft: OPEN', 'The talk: OPEN']);
    expect(await agendaOf(mentor, nextId)).toEqual(['The draft: DROPPED', 'The talk: DROPPED']);

    const [draft] = (await see(mentor, meetingId)).agenda;
    await mentor.mutate('discussAgendaItem', { agendaItemId: draft?.id });
    await mentor.mutate('endMeeting', { meetingId });
    expect(await agendaOf(mentor, meetingId)).toEqual(['The draft: DISCUSSED', 'The talk: CARRIED']);
    expect(await agendaOf(mentor, nextId)).toEqual(['The draft: DROPPED', 'The talk: OPEN']);
  });

  it('carries on from a next meeting that was cancelled meanwhile', async () => {
    const story = await started(belay, { agenda: ['The draft'] });
    const { mentor, meetingId } = story;
    const nextId = await plan(belay, story);
    await mentor.mutate('endMeeting', { meetingId });
    await mentor.mutate('reopenMeeting', { meetingId });
    await mentor.mutate('cancelMeeting', { meetingId: nextId, reason: 'On call' });
    await mentor.mutate('endMeeting', { meetingId });
    expect(await agendaOf(mentor, await plan(belay, story))).toEqual(['The draft: OPEN']);
  });

  it('leaves what the next meeting has done something with', async () => {
    const story = await started(belay, { agenda: ['Reworded', 'Dropped'] });
    const { mentor, mentee, meetingId } = story;
    const nextId = await plan(belay, story);
    await mentor.mutate('endMeeting', { meetingId });
    const [reworded, dropped] = (await see(mentor, nextId)).agenda;
    await mentee.mutate('editAgendaItem', { agendaItemId: reworded?.id, version: 1, title: 'Better' });
    await mentee.mutate('dropAgendaItem', { agendaItemId: dropped?.id, reason: 'Settled by mail' });
    await mentor.mutate('reopenMeeting', { meetingId });
    expect(await agendaOf(mentor, meetingId)).toEqual(['Reworded: CARRIED', 'Dropped: CARRIED']);
    expect(await agendaOf(mentor, nextId)).toEqual(['Better: OPEN', 'Dropped: DROPPED']);
  });

  it('leaves what was carried by hand', async () => {
    const story = await started(belay, { agenda: ['By hand', 'By the end'] });
    const { mentor, meetingId } = story;
    const [byHand] = (await see(mentor, meetingId)).agenda;
    await mentor.mutate('carryAgendaItem', { agendaItemId: byHand?.id });
    await mentor.mutate('endMeeting', { meetingId });
    await mentor.mutate('reopenMeeting', { meetingId });
    expect(await agendaOf(mentor, meetingId)).toEqual(['By hand: CARRIED', 'By the end: OPEN']);
  });

  it('opens the earlier promises again, and a second end carries each once', async () => {
    const story = await started(belay);
    const { mentor, mentee, meetingId } = story;
    await mentor.mutate('addActionItem', { meetingId, title: 'Write the abstract', ownerId: mentee.id });
    await mentor.mutate('endMeeting', { meetingId });
    const nextId = await plan(belay, story);
    await mentor.mutate('startMeeting', { meetingId: nextId });
    await mentor.mutate('endMeeting', { meetingId: nextId });
    await mentee.mutate('reopenMeeting', { meetingId: nextId });
    expect((await see(mentor, meetingId)).actionItems).toMatchObject([{ state: 'OPEN' }]);
    expect((await see(mentor, nextId)).openPromises).toMatchObject([{ title: 'Write the abstract' }]);

    await mentor.mutate('endMeeting', { meetingId: nextId });
    expect((await see(mentor, meetingId)).actionItems).toMatchObject([{ state: 'CARRIED' }]);
    expect((await see(mentor, nextId)).actionItems).toMatchObject([
      { title: 'Write the abstract', state: 'OPEN', dropReason: null, timesCarried: 1 },
    ]);
  });

  it('keeps the words somebody corrected, and adds what came after', async () => {
    const { mentor, mentee, meetingId } = await ended(belay);
    const { version } = await see(mentor, meetingId);
    await mentee.mutate('correctSummary', { meetingId, version, summary: 'We laughed a lot.' });
    await mentor.mutate('reopenMeeting', { meetingId });
    await mentor.mutate('addActionItem', { meetingId, title: 'Call again', ownerId: mentor.id });
    await mentor.mutate('endMeeting', { meetingId });
    const { summary } = await see(mentee, meetingId);
    expect(summary.startsWith('We laughed a lot.\n\n')).toBe(true);
    expect(summary).toContain(`${mentor.name}: Call again`);
  });

  it('waits for another meeting that goes on', async () => {
    const story = await ended(belay);
    const { mentor, meetingId } = story;
    await mentor.mutate('startMeeting', { meetingId: await plan(belay, story) });
    await expectRefusal(story, mentor, 'reopenMeeting', { meetingId }, 'AnotherMeetingIsLive');
  });

  it('is for a meeting of the two that has ended', async () => {
    const story = await started(belay);
    const { mentor, meetingId } = story;
    await expectRefusal(story, mentor, 'reopenMeeting', { meetingId }, 'MeetingNotInState');
    await mentor.mutate('endMeeting', { meetingId });
    await expectRefusal(story, await belay.person(), 'reopenMeeting', { meetingId }, 'NOT_FOUND');
  });
});
