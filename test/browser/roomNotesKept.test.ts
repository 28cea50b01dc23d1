import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser } from '../harness/browser.ts';
import {
  converge,
  notesOf,
  openRoomWindow,
  openWindows,
  PATIENCE,
  sees,
  storedNotes,
  textOf,
  type Windows,
} from './roomWindows.ts';

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

describe('what is typed into the notes', () => {
  it('is kept offline, and merged once on return', async () => {
    const { mentor, mentee } = windows;
    await mentor.context.setOffline(true);
    await notesOf(mentor.page).pressSequentially('written in the lift. ');
    await notesOf(mentee.page).pressSequentially('written at the desk. ');
    await expect.poll(() => storedNotes(windows.room), PATIENCE).toBe('written at the desk. ');
    expect(await textOf(mentor)).toBe('written in the lift. ');
    await mentor.context.setOffline(false);
    const text = await converge(windows, 42);
    expect(text).toContain('written in the lift. ');
    expect(text).toContain('written at the desk. ');
  });

  it('survives a reload in the middle of a word', async () => {
    const { mentor, mentee } = windows;
    await notesOf(mentor.page).pressSequentially('half a wo');
    await mentor.page.reload();
    await expect.poll(() => textOf(mentor), PATIENCE).toBe('half a wo');
    await expect.poll(() => textOf(mentee), PATIENCE).toBe('half a wo');
  });

  it('says with words when the notes are full, and loses nothing', async () => {
    const { mentor, mentee } = windows;
    await notesOf(mentor.page).fill('x'.repeat(20_010));
    await sees(mentor.page, /this is 10 too many/);
    expect(await storedNotes(windows.room)).toBe('');
    expect((await textOf(mentor)).length).toBe(20_010);
    await notesOf(mentor.page).fill('x'.repeat(20_000));
    await expect.poll(async () => (await textOf(mentee)).length, PATIENCE).toBe(20_000);
    // The other side has no room either, until something is taken out.
    await expect.poll(async () => (await storedNotes(windows.room)).length, PATIENCE).toBe(20_000);
  });

  it('stands beside notes that only their owner reads', async () => {
    const { room, mentor, mentee } = windows;
    await mentor.page.getByText('Your own notes').click();
    const own = mentor.page.getByRole('textbox', { name: 'Your own notes' });
    await own.fill('He looks tired.');
    await own.blur();
    const again = await openRoomWindow(belay, browser, { ...room, mentee: room.mentor });
    await again.page.getByText('Your own notes').click();
    await expect
      .poll(() => again.page.getByRole('textbox', { name: 'Your own notes' }).inputValue(), PATIENCE)
      .toBe('He looks tired.');
    await again.context.close();
    await mentee.page.getByText('Your own notes').click();
    expect(await mentee.page.getByRole('textbox', { name: 'Your own notes' }).inputValue()).toBe('');
    await sees(mentee.page, 'is here');
  });
});
