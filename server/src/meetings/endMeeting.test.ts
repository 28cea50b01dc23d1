import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { minutes } from '../platform/clock.ts';
import { expectRefusal, headOf, plan, planned, see, segmentOf, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('endMeeting', () => {
  it('ends it for both, by either, and settles the clock', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await started(belay);
    const followed = mentor.follow(
      mentorshipId,
      await headOf(mentor, mentorshipId),
      '... on MeetingEnded { reason meeting { state endedBy { id } } }',
    );
    belay.clock.advance(minutes(10));
    await mentee.mutate('endMeeting', { meetingId });
    expect(await followed.until('MeetingEnded')).toMatchObject({
      reason: 'BY_SOMEONE',
      meeting: { state: 'ENDED', endedBy: { id: mentee.id } },
    });
    await followed.stop();
    const seen = await see(mentor, meetingId);
    expect(seen).toMatchObject({ currentSegment: null, leader: { id: mentor.id }, undoableUntil: null });
    const personal = segmentOf(seen, 'PERSONAL');
    expect(personal.startedAt).toBeNull();
    expect(Math.abs(personal.spent - 600)).toBeLessThan(30);
  });

  it('ends while it is interrupted, and ends the turn of whoever talks', async () => {
    const { mentor, meetingId } = await started(belay);
    await mentor.mutate('startTalking', { meetingId });
    await mentor.mutate('endMeeting', { meetingId });
    expect(
      await mentor.query('query($id: ID!) { meeting(id: $id) { state talking { id } } }', { id: meetingId }),
    ).toEqual({ meeting: { state: 'ENDED', talking: null } });

    const other = await started(belay);
    await other.mentee.mutate('interruptMeeting', { meetingId: other.meetingId });
    await other.mentor.mutate('endMeeting', { meetingId: other.meetingId });
    expect((await see(other.mentor, other.meetingId)).state).toBe('ENDED');
  });

  it('carries what is open on the agenda to the next planned meeting, and nothing else', async () => {
    const story = await started(belay, { agenda: ['Open', 'Discussed', 'Dropped'] });
    const { mentor, mentee, meetingId } = story;
    const nextId = await plan(belay, story);
    const [open, discussed, dropped] = (await see(mentor, meetingId)).agenda;
    await mentor.mutate('discussAgendaItem', { agendaItemId: discussed?.id });
    await mentee.mutate('dropAgendaItem', { agendaItemId: dropped?.id, reason: 'Not now' });
    await mentor.mutate('endMeeting', { meetingId });

    expect((await see(mentee, meetingId)).agenda.map(({ state }) => state)).toEqual([
      'CARRIED',
      'DISCUSSED',
      'DROPPED',
    ]);
    expect((await see(mentee, nextId)).agenda).toMatchObject([
      { title: 'Open', state: 'OPEN', carriedFrom: { id: open?.id } },
    ]);
  });

  it('loses nothing: what is carried waits for a next meeting, and is carried on and on', async () => {
    const story = await started(belay, { agenda: ['The draft'] });
    const { mentor } = story;
    let meetingId = story.meetingId;
    for (const _round of [1, 2]) {
      await mentor.mutate('endMeeting', { meetingId });
      meetingId = await plan(belay, story);
      expect((await see(mentor, meetingId)).agenda).toMatchObject([{ title: 'The draft', state: 'OPEN' }]);
      await mentor.mutate('startMeeting', { meetingId });
    }
    const { agenda } = await see(mentor, meetingId);
    expect(agenda).toHaveLength(1);
  });

  it('continues what was left by hand during the meeting as well', async () => {
    const story = await started(belay, { agenda: ['The draft'] });
    const { mentor, meetingId } = story;
    const [item] = (await see(mentor, meetingId)).agenda;
    await mentor.mutate('carryAgendaItem', { agendaItemId: item?.id });
    await mentor.mutate('endMeeting', { meetingId });
    const { agenda } = await see(mentor, await plan(belay, story));
    expect(agenda).toMatchObject([{ title: 'The draft', carriedFrom: { id: item?.id } }]);
  });

  it('carries the open promises of earlier meetings into this one, and counts how often', async () => {
    const story = await started(belay);
    const { mentor, mentee } = story;
    const promise = (title: string, meetingId: string) =>
      mentee.mutate<{ actionItem: { id: string } }>(
        'addActionItem',
        { meetingId, title, ownerId: mentee.id },
        'actionItem { id }',
      );
    await promise('Write the abstract', story.meetingId);
    const kept = await promise('Call the librarian', story.meetingId);
    await mentee.mutate('completeActionItem', { actionItemId: kept.actionItem.id });
    await mentor.mutate('endMeeting', { meetingId: story.meetingId });
    expect((await see(mentor, story.meetingId)).actionItems).toMatchObject([
      { title: 'Write the abstract', state: 'OPEN', timesCarried: 0 },
      { title: 'Call the librarian', state: 'DONE' },
    ]);

    let last = story.meetingId;
    for (const timesCarried of [1, 2]) {
      const meetingId = await plan(belay, story);
      await mentor.mutate('startMeeting', { meetingId });
      expect((await see(mentor, meetingId)).openPromises).toMatchObject([{ title: 'Write the abstract' }]);
      await mentor.mutate('endMeeting', { meetingId });
      expect((await see(mentee, meetingId)).actionItems).toMatchObject([
        { title: 'Write the abstract', state: 'OPEN', timesCarried },
      ]);
      expect((await see(mentee, last)).actionItems[0]).toMatchObject({ state: 'CARRIED' });
      last = meetingId;
    }
  });

  it('writes the summary from what was agreed, and nothing private', async () => {
    const story = await started(belay, { agenda: ['The draft', 'The talk'] });
    const { mentor, mentee, meetingId } = story;
    const [draft] = (await see(mentor, meetingId)).agenda;
    await mentor.mutate('discussAgendaItem', { agendaItemId: draft?.id });
    await mentor.mutate('addActionItem', {
      meetingId,
      title: 'Write the abstract',
      ownerId: mentee.id,
      dueOn: '2026-12-04',
    });
    const { advice } = await mentor.mutate<{ advice: { id: string } }>(
      'giveAdvice',
      { meetingId, text: 'Ask for the data early' },
      'advice { id }',
    );
    await mentee.mutate('markAdvice', { adviceId: advice.id, state: 'TAKEN' });
    await mentee.mutate('savePrivateNote', { meetingId, text: 'I am worried', version: 0 });
    await mentor.mutate('endMeeting', { meetingId });
    const { summary } = await see(mentee, meetingId);
    expect(summary.replace('Friday,', 'Friday')).toBe(
      [
        `Agreed\n- ${mentee.name}: Write the abstract, by Friday 4 December 2026`,
        'Advice taken\n- Ask for the data early',
        'Talked about\n- The draft',
        'Left for next time\n- The talk',
      ].join('\n\n'),
    );
  });

  it('is for a live meeting of the two', async () => {
    const early = await planned(belay);
    const input = { meetingId: early.meetingId };
    await expectRefusal(early, early.mentor, 'endMeeting', input, 'MeetingNotInState');
    const story = await started(belay);
    const somebody = await belay.person();
    await expectRefusal(story, somebody, 'endMeeting', { meetingId: story.meetingId }, 'NOT_FOUND');
  });
});
