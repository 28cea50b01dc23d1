import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser } from '../harness/browser.ts';
import {
  converge,
  notesOf,
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

describe('notes of both', () => {
  it('come out the same when both type at once', async () => {
    const { mentor, mentee } = windows;
    const [hers, his] = ['Amara writes this line. ', 'Jonas writes that one. '];
    await Promise.all([
      notesOf(mentor.page).pressSequentially(hers, { delay: 15 }),
      notesOf(mentee.page).pressSequentially(his, { delay: 15 }),
    ]);
    const text = await converge(windows, hers.length + his.length);
    expect([...text].sort()).toEqual([...(hers + his)].sort());
  });

  it('keep the caret at its letters while the other one writes before it', async () => {
    const { mentor, mentee } = windows;
    await notesOf(mentor.page).pressSequentially('the end');
    await expect.poll(() => textOf(mentee), PATIENCE).toBe('the end');
    await notesOf(mentee.page).press('Control+Home');
    await notesOf(mentee.page).pressSequentially('From start to ');
    await expect.poll(() => textOf(mentor), PATIENCE).toBe('From start to the end');
    await notesOf(mentor.page).pressSequentially('!');
    expect(await textOf(mentor)).toBe('From start to the end!');
  });

  it('show where the other one writes and what they marked', async () => {
    const { mentor, mentee } = windows;
    await notesOf(mentee.page).pressSequentially('Bern or Lund');
    const cursor = mentor.page.getByTestId('other-cursor');
    await cursor.waitFor();
    expect(await cursor.textContent()).toBe('Jonas');
    await sees(mentor.page, 'is writing in the notes');
    for (let i = 0; i < 4; i += 1) await notesOf(mentee.page).press('Shift+ArrowLeft');
    await mentor.page.locator('mark', { hasText: 'Lund' }).waitFor({ state: 'attached' });
    await notesOf(mentee.page).blur();
    await cursor.waitFor({ state: 'detached' });
  });

  it('take back only what one typed oneself', async () => {
    const { mentor, mentee } = windows;
    await notesOf(mentor.page).pressSequentially('mine ');
    await expect.poll(() => textOf(mentee), PATIENCE).toBe('mine ');
    await notesOf(mentee.page).press('Control+End');
    await notesOf(mentee.page).pressSequentially('yours');
    await expect.poll(() => textOf(mentor), PATIENCE).toBe('mine yours');
    await notesOf(mentor.page).press('Control+z');
    await expect.poll(() => textOf(mentor), PATIENCE).toBe('yours');
    await expect.poll(() => textOf(mentee), PATIENCE).toBe('yours');
    await notesOf(mentor.page).press('Control+Shift+z');
    await expect.poll(() => textOf(mentee), PATIENCE).toBe('mine yours');
  });

  it('wait with what others write while a character is being composed', async () => {
    const { mentor, mentee } = windows;
    await notesOf(mentor.page).focus();
    const input = await mentor.context.newCDPSession(mentor.page);
    await input.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    await notesOf(mentee.page).pressSequentially('ok ');
    await expect.poll(() => storedNotes(windows.room), PATIENCE).toBe('ok ');
    expect(await textOf(mentor)).toBe('に');
    await input.send('Input.insertText', { text: '日本' });
    const text = await converge(windows, 5);
    expect(text).toContain('日本');
    expect(text).toContain('ok ');
  });
});
