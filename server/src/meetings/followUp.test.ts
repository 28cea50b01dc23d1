import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { inMinutes, plan, started } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

/** "15:00": what the clocks of a zone show at a moment. */
const clockIn = (timeZone: string, at: string) =>
  new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone }).format(new Date(at));

describe('the follow-up', () => {
  it('is mailed to each with their own promises first and in their own zone', async () => {
    const mentor = await belay.person({ name: 'Ruth Amsel', zone: 'Europe/Zurich' });
    const mentee = await belay.person({ name: 'Nia Brandt', zone: 'America/New_York' });
    const pair = await belay.pair({ mentor, mentee });
    const meetingId = await plan(belay, pair, { agenda: ['The talk'] });
    await mentor.mutate('startMeeting', { meetingId });
    for (const [title, owner] of [
      ['Read the draft', mentor],
      ['Write the abstract', mentee],
    ] as const) {
      await mentor.mutate('addActionItem', { meetingId, title, ownerId: owner.id });
    }
    const startsAt = inMinutes(belay, 30 * 24 * 60);
    await plan(belay, pair, { startsAt });
    await mentor.mutate('endMeeting', { meetingId });
    await belay.settle();

    const mails = await belay.mails();
    const toMentor = mails.find(({ to }) => to === mentor.email);
    const toMentee = mails.find(({ to }) => to === mentee.email);
    expect(toMentee?.subject).toContain('Ruth Amsel');
    expect(toMentee?.text).toContain('What you promised\n- Write the abstract');
    expect(toMentee?.text).toContain('What Ruth Amsel promised\n- Read the draft');
    expect(toMentee?.text).toContain('Left for next time\n- The talk');
    expect(toMentee?.text).toContain(`${clockIn('America/New_York', startsAt)} (America/New_York)`);
    expect(toMentee?.text).toContain(`/meetings/${meetingId}`);
    expect(toMentor?.text).toContain('What you promised\n- Read the draft');
    expect(toMentor?.text).toContain(`${clockIn('Europe/Zurich', startsAt)} (Europe/Zurich)`);
  });

  it('says kindly when there is nothing to follow up', async () => {
    const { mentor, mentee, meetingId } = await started(belay);
    await mentor.mutate('endMeeting', { meetingId });
    await belay.settle();
    const mail = (await belay.mails()).find(({ to }) => to === mentee.email);
    expect(mail?.text).toContain('Nothing was written down to do.');
    expect(mail?.text).toContain('Your next meeting is not planned yet.');
  });
});
