import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, picture } from '../harness/browser.ts';
import { goTo } from './roomStory.ts';
import { openWindows, press, sees, type Windows } from './roomWindows.ts';

let belay: Belay;
let browser: Browser;
let windows: Windows;

beforeAll(async () => {
  belay = await startBelay();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});
beforeEach(async () => {
  windows = await openWindows(belay, browser);
});
afterEach(async () => {
  await Promise.all([windows.mentor.context.close(), windows.mentee.context.close()]);
});

describe('the room without a network', () => {
  it('shows every tap at once, keeps it, and sends it once on return', async () => {
    const { room, mentor, mentee } = windows;
    await goTo(room, 'AGENDA');
    await sees(mentee.page, 'The two fellowships side by side');
    await mentee.context.setOffline(true);
    await press(mentee.page, 'Helpful');
    await press(mentee.page, /^Question/);
    await press(mentee.page, 'Talked about');
    await mentee.page.getByPlaceholder('Something else to talk about').fill('The poster');
    await mentee.page.getByPlaceholder('Something else to talk about').press('Enter');
    await sees(mentee.page, 'The poster');
    await sees(mentee.page, '1 question');
    await sees(mentee.page, /Offline, 4 changes/);
    await picture(mentee.page, 'room-offline');
    expect(await mentor.page.getByText('The poster').count()).toBe(0);

    await mentee.context.setOffline(false);
    await sees(mentor.page, 'The poster');
    await sees(mentor.page, '1 question');
    await mentee.page.getByText(/Offline/).waitFor({ state: 'hidden' });
    const { meeting } = await room.mentor.query<{
      meeting: { pulses: unknown[]; agenda: { title: string }[] };
    }>('query($id: ID!) { meeting(id: $id) { pulses { id } agenda { title } } }', { id: room.meetingId });
    expect(meeting.pulses.length).toBe(1);
    expect(meeting.agenda.filter(({ title }) => title === 'The poster').length).toBe(1);
  });

  it('shows on return what the other one did meanwhile', async () => {
    const { room, mentor, mentee } = windows;
    await mentee.context.setOffline(true);
    await goTo(room, 'GOALS');
    await press(mentor.page, 'Tell me more');
    await mentee.context.setOffline(false);
    await mentee.page.getByRole('heading', { name: 'Goals', level: 2 }).waitFor();
    await mentee.page.getByTestId('told').filter({ hasText: 'Tell me more' }).waitFor();
  });
});

describe('what is refused', () => {
  it('is taken back where it was done, with words, and what was written comes back', async () => {
    const { room, mentor, mentee } = windows;
    await goTo(room, 'AGENDA');
    await sees(mentee.page, 'The two fellowships side by side');
    // The meeting is interrupted while the mentee is away: time does not run, and nobody can start to talk.
    await mentee.context.setOffline(true);
    await press(mentee.page, 'I’m talking');
    await mentee.page.getByRole('button', { name: 'I’m done' }).waitFor();
    await press(mentor.page, 'Pause the clock');
    await sees(mentor.page, 'The clock stands still.');
    await mentee.context.setOffline(false);
    await sees(mentee.page, 'This meeting is interrupted: resume it first.');
    await mentee.page.getByRole('button', { name: 'I’m talking' }).waitFor();
    await picture(mentee.page, 'room-refused');
  });

  it('says that another one was quicker, and shows how it stands', async () => {
    const { room, mentor, mentee } = windows;
    await goTo(room, 'AGENDA');
    const item = mentee.page.getByRole('listitem').filter({ hasText: 'The two fellowships' });
    await item.waitFor();
    await mentee.context.setOffline(true);
    await item.getByRole('button', { name: 'Next time' }).click();
    await mentor.page
      .getByRole('listitem')
      .filter({ hasText: 'The two fellowships' })
      .getByRole('button', { name: 'Talked about' })
      .click();
    await mentor.page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
    await mentee.context.setOffline(false);
    await item.getByRole('alert').waitFor();
    await item.getByText('Talked about', { exact: true }).waitFor();
  });
});
