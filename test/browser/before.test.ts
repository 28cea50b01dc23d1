import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, openWindow, picture } from '../harness/browser.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../harness/inspect.ts';
import { planRoom, type Room } from './roomStory.ts';

let belay: Belay;
let browser: Browser;
beforeAll(async () => {
  [belay, browser] = await Promise.all([startBelay(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

/** A planned meeting, open in a window of each of the two. */
async function openPlanned() {
  const room = await planRoom(belay);
  const mentor = await openWindow(browser, belay, room.mentor);
  const mentee = await openWindow(browser, belay, room.mentee, { zone: 'Europe/London' });
  await Promise.all([enter(mentor.page, room), enter(mentee.page, room)]);
  return { room, mentor, mentee };
}

async function enter(page: Page, { meetingId }: Room): Promise<void> {
  await page.goto(`/meetings/${meetingId}`);
  await part(page, 'Agenda').waitFor();
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const items = (page: Page) => part(page, 'Agenda').getByRole('listitem').getByRole('heading');

describe('before a meeting', () => {
  test('each sees at once what the other prepares, and the page becomes the room when one starts', async () => {
    const { mentor, mentee } = await openPlanned();

    await mentee.page.getByLabel('Something for the agenda').fill('Money');
    await press(mentee.page, 'Add');
    await part(mentor.page, 'Agenda').getByText('Money').waitFor();

    await press(mentor.page, 'Reword: Money');
    await mentor.page.getByLabel('Title').fill('What it costs');
    await press(mentor.page, 'Save');
    await part(mentee.page, 'Agenda').getByRole('heading', { name: 'What it costs' }).waitFor();

    await press(mentee.page, 'Move up: What it costs');
    await expect.poll(() => items(mentee.page).nth(1).textContent()).toBe('What it costs');
    await expect.poll(() => items(mentor.page).nth(1).textContent()).toBe('What it costs');

    await press(mentor.page, 'Take off: Who could write a letter?');
    await mentor.page.getByLabel(/not needed any more/).fill('Both have said yes.');
    await press(mentor.page, 'Take it off');
    await items(mentee.page).filter({ hasText: 'Who could write a letter?' }).waitFor({ state: 'detached' });

    await press(mentee.page, 'Add to the agenda: How far is it: Submit the first paper');
    await items(mentor.page).filter({ hasText: 'How far is it: Submit the first paper' }).waitFor();

    await mentee.page.getByLabel('How you prepared').fill('I have read both calls.');
    await part(mentor.page, 'Preparation').getByText('I have read both calls.').waitFor();
    await press(mentee.page, 'I am ready');
    await part(mentor.page, 'Preparation').getByText('Ready', { exact: true }).waitFor();

    await press(mentee.page, 'We can do without it this time');
    await mentor.page.getByText('Jonas could do without it this time').waitFor();
    await press(mentor.page, 'We can do without it this time');
    await mentee.page.getByText('You have both said that you can do without').waitFor();

    await press(mentee.page, 'Yes, this suits me');
    await mentor.page.getByText('You have both said yes.').waitFor();

    await part(mentor.page, 'Open promises').getByRole('button', { name: 'Kept' }).first().click();
    await part(mentee.page, 'Open promises').getByRole('button', { name: 'Undo' }).waitFor();

    expect([...mentor.problems, ...mentee.problems]).toEqual([]);
    await press(mentor.page, 'Start the meeting');
    await mentee.page.getByText('Live', { exact: true }).waitFor();
    await mentor.page.getByText('Live', { exact: true }).waitFor();
  });

  test('a new time stands on both clocks and is proposed anew; what was changed meanwhile is not overwritten', async () => {
    const { room, mentor, mentee } = await openPlanned();
    await press(mentor.page, 'Change it');
    await mentor.page.getByRole('textbox', { name: 'When' }).fill('2027-01-14T18:00');
    await mentor.page
      .getByRole('dialog')
      .getByText(/17:00 – 18:00 for Jonas/)
      .waitFor();
    await expectAccessible(mentor.page);
    await picture(mentor.page, 'before-another-time');

    await room.mentee.mutate('editMeeting', {
      meetingId: room.meetingId,
      version: 1,
      objective: 'Decide on the letters',
    });
    await mentor.page.getByText('has changed this meeting while you were writing').waitFor();
    await press(mentor.page, 'Keep what I wrote');
    await press(mentor.page, 'Save');

    await mentee.page.getByText('Amara proposes this time. Does it suit you?').waitFor();
    await part(mentee.page, 'When and where')
      .getByText(/14 Jan/)
      .first()
      .waitFor();
    const { meeting } = await room.mentor.query<{ meeting: { startsAt: string; objective: string } }>(
      'query($id: ID!) { meeting(id: $id) { startsAt objective } }',
      { id: room.meetingId },
    );
    expect(meeting.startsAt).toBe('2027-01-14T17:00:00.000Z');
  });

  test('a meeting without a subject does not start, and says kindly what is missing', async () => {
    const { mentor, mentorshipId } = await planRoom(belay);
    const { meeting } = await mentor.mutate<{ meeting: { id: string } }>(
      'planMeeting',
      { mentorshipId, startsAt: belay.clock.now(), minutes: 30, zone: 'Europe/Zurich' },
      'meeting { id }',
    );
    const { page } = await openWindow(browser, belay, mentor, { phone: true });
    await page.goto(`/meetings/${meeting.id}`);
    await press(page, 'Start the meeting');
    await page.getByRole('alert').filter({ hasText: 'What do you want to talk about?' }).waitFor();
    await part(page, 'Agenda').waitFor();
    await picture(page, 'before-phone-refused');
  });

  test('what is done offline shows, is kept and goes out once', async () => {
    const { room, mentor, mentee } = await openPlanned();
    await mentee.context.setOffline(true);
    await mentee.page.getByLabel('Something for the agenda').fill('Written on the train');
    await press(mentee.page, 'Add');
    await items(mentee.page).filter({ hasText: 'Written on the train' }).waitFor();
    await mentee.page.getByLabel('How you prepared').fill('In a tunnel');
    await mentee.page
      .getByText(/Offline/)
      .first()
      .waitFor();
    await picture(mentee.page, 'before-offline');

    await mentee.context.setOffline(false);
    await items(mentor.page).filter({ hasText: 'Written on the train' }).waitFor();
    await part(mentor.page, 'Preparation').getByText('In a tunnel').waitFor();
    const { meeting } = await room.mentor.query<{ meeting: { agenda: { title: string }[] } }>(
      'query($id: ID!) { meeting(id: $id) { agenda { title } } }',
      { id: room.meetingId },
    );
    expect(meeting.agenda.filter(({ title }) => title === 'Written on the train')).toHaveLength(1);
  });

  test('one calls it off with a reason; the other reads it and finds another time', async () => {
    const { mentor, mentee } = await openPlanned();
    await press(mentor.page, 'Call it off');
    await mentor.page.getByLabel(/Why\?/).fill('I am on call.');
    await press(mentor.page, 'Call it off');
    await mentee.page.getByText('This meeting was called off').waitFor();
    await mentee.page.getByText('I am on call.').waitFor();
    await picture(mentee.page, 'record-cancelled');

    await press(mentee.page, 'Find another time');
    await mentee.page.getByRole('textbox', { name: 'When' }).fill('2027-02-02T09:00');
    await mentee.page.getByText(/10:00 – 10:45 for Amara/).waitFor();
    await mentee.page.getByLabel('What for').fill('Decide, at last');
    await picture(mentee.page, 'plan-meeting');
    await press(mentee.page, 'Propose this time');
    await mentee.page.getByRole('heading', { name: 'Decide, at last' }).waitFor();
    await part(mentee.page, 'Agenda').getByText('From last time').first().waitFor();
  });

  test('reads well in both themes and fits a phone', async () => {
    const room = await planRoom(belay);
    const dark = await openWindow(browser, belay, room.mentor, { dark: true });
    const phone = await openWindow(browser, belay, room.mentee, { phone: true });
    await Promise.all([enter(dark.page, room), enter(phone.page, room)]);
    await expectAccessible(dark.page);
    await expectAccessible(phone.page);
    await expectNoSidewaysScroll(phone.page);
    await picture(dark.page, 'before-dark');
    await picture(phone.page, 'before-phone');
  });
});
