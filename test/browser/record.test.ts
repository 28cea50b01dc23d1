import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, openWindow, picture } from '../harness/browser.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../harness/inspect.ts';
import { openRoom, planRoom, type Room } from './roomStory.ts';

let belay: Belay;
let browser: Browser;
beforeAll(async () => {
  [belay, browser] = await Promise.all([startBelay(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A meeting in which something was promised, advised, kept and felt; it has just ended. */
async function heldRoom(): Promise<Room> {
  const room = await openRoom(belay);
  const { mentor, mentee, meetingId } = room;
  const promise = { meetingId, ownerId: mentee.id, title: 'Write two pages', dueOn: '2027-01-10' };
  await mentor.mutate('addActionItem', promise);
  await mentor.mutate('giveAdvice', { meetingId, text: 'Ask Ines how she chose her lab.' });
  const moment = { meetingId, kind: 'INSIGHT', audience: 'SHARED', words: 'You know already.' };
  await mentor.mutate('keepMoment', moment);
  await mentee.mutate('markUsefulness', { meetingId, value: 4 });
  await mentor.mutate('markUsefulness', { meetingId, value: 5 });
  await mentee.mutate('givePulse', { meetingId, kind: 'ENCOURAGED' });
  await mentee.mutate('countQuestion', { meetingId });
  await mentor.mutate('endMeeting', { meetingId });
  return room;
}

async function enter(page: Page, { meetingId }: Room): Promise<void> {
  await page.goto(`/meetings/${meetingId}`);
  await part(page, 'Summary').waitFor();
}

describe('the record of a meeting', () => {
  test('tells what was agreed, by whom, until when; each sees what the other does with it', async () => {
    const room = await heldRoom();
    const mentor = await openWindow(browser, belay, room.mentor);
    const mentee = await openWindow(browser, belay, room.mentee, { zone: 'Europe/London' });
    await Promise.all([enter(mentor.page, room), enter(mentee.page, room)]);

    await part(mentor.page, 'What you agreed')
      .getByText(/Jonas, until Sun,? 10 Jan/)
      .waitFor();
    await part(mentor.page, 'Agenda').getByText('Comes along to the next meeting').waitFor();
    await part(mentor.page, 'Moments').getByText('You know already.').waitFor();
    await part(mentor.page, 'How it went').getByText('Encouraged').waitFor();
    await part(mentor.page, 'Who talked').getByText('1 question').waitFor();

    await press(mentee.page, 'Considering it');
    await part(mentor.page, 'Options to consider').getByText('Considering it').waitFor();

    await part(mentee.page, 'What you agreed').getByRole('button', { name: 'Kept' }).first().click();
    await part(mentor.page, 'What you agreed').getByText('Kept', { exact: true }).first().waitFor();

    await press(mentee.page, 'Correct it');
    await mentee.page.getByLabel('How it should read').fill('Jonas decides by Christmas.');
    await press(mentee.page, 'Save');
    await part(mentor.page, 'Summary').getByText('Jonas decides by Christmas.').waitFor();
    await part(mentor.page, 'Summary').getByText('Corrected by Jonas.').waitFor();
    await expectAccessible(mentor.page);
    await picture(mentor.page, 'record');

    expect([...mentor.problems, ...mentee.problems]).toEqual([]);
    await press(mentor.page, 'Go on with this meeting');
    await mentee.page.getByText('Live', { exact: true }).waitFor();
    await mentor.page.getByText('Live', { exact: true }).waitFor();
  });

  test('a summary that the other corrected meanwhile is not written over unseen', async () => {
    const room = await heldRoom();
    const { page } = await openWindow(browser, belay, room.mentor, { phone: true });
    await enter(page, room);
    await press(page, 'Correct it');
    await page.getByLabel('How it should read').fill('My words');
    const { meeting } = await room.mentee.query<{ meeting: { version: number } }>(
      'query($id: ID!) { meeting(id: $id) { version } }',
      { id: room.meetingId },
    );
    await room.mentee.mutate('correctSummary', {
      meetingId: room.meetingId,
      version: meeting.version,
      summary: 'Their words',
    });
    await part(page, 'Summary').getByText('Their words').waitFor();
    await page.getByRole('alert').filter({ hasText: 'corrected it meanwhile' }).waitFor();
    await expectNoSidewaysScroll(page);
    await picture(page, 'record-phone-outdated');
    await press(page, 'Go on with my words');
    await press(page, 'Save');
    await part(page, 'Summary').getByText('Corrected by you.').waitFor();
    await part(page, 'Summary').getByText('My words').waitFor();
  });

  test('a correction made offline shows, and is taken once when the line is back', async () => {
    const room = await heldRoom();
    const { page, context } = await openWindow(browser, belay, room.mentee, { dark: true });
    await enter(page, room);
    await expectAccessible(page);
    await context.setOffline(true);
    await press(page, 'Correct it');
    await page.getByLabel('How it should read').fill('From the train');
    await press(page, 'Save');
    await part(page, 'Summary').getByText('From the train').waitFor();
    await page.getByText(/1 change waiting/).waitFor();
    await context.setOffline(false);
    await page.getByText(/1 change waiting/).waitFor({ state: 'detached' });
    await part(page, 'Summary').getByText('Corrected by you.').waitFor();
    const { meeting } = await room.mentor.query<{ meeting: { summary: string } }>(
      'query($id: ID!) { meeting(id: $id) { summary } }',
      { id: room.meetingId },
    );
    expect(meeting.summary).toBe('From the train');
  });

  test('a meeting that did not happen says so, and what comes next', async () => {
    const room = await planRoom(belay);
    const mentor = await openWindow(browser, belay, room.mentor, { phone: true });
    const mentee = await openWindow(browser, belay, room.mentee);
    for (const { page } of [mentor, mentee]) {
      await page.goto(`/meetings/${room.meetingId}`);
      await part(page, 'Agenda').waitFor();
    }
    await press(mentor.page, 'It did not happen');
    await press(mentor.page, 'It did not');
    await mentee.page.getByText('This meeting did not take place').waitFor();
    await mentee.page.getByRole('button', { name: 'Find another time' }).waitFor();
    await expectAccessible(mentee.page);
    await picture(mentee.page, 'record-no-show');
  });
});
