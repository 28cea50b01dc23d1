import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser } from '../harness/browser.ts';
import { notesOf, openWindows, PATIENCE, press, sees, type Windows } from './roomWindows.ts';

let belay: Belay;
let browser: Browser;
let windows: Windows;

beforeAll(async () => {
  belay = await startBelay();
  browser = await openBrowser();
  windows = await openWindows(belay, browser);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

const row = (page: Page, who: string, what: string) =>
  page.getByRole('row').filter({ hasText: who }).filter({ hasText: what }).first();

describe('what takes one tap', () => {
  it('shows each of the six pulses to the other one, and in the picture of both', async () => {
    const { mentor, mentee } = windows;
    for (const name of ['Helpful', 'Tell me more', 'Encouraged', 'Too fast', 'Lost me', 'Let’s move on']) {
      await press(mentee.page, name);
      await row(mentor.page, 'Jonas', name).waitFor({ state: 'attached' });
      await row(mentee.page, 'You', name).waitFor({ state: 'attached' });
    }
    const told = mentor.page.getByTestId('told');
    await told.filter({ hasText: 'Let’s move on' }).waitFor();
  });

  it('draws how useful it is for both', async () => {
    const { mentor, mentee } = windows;
    const slider = mentor.page.getByRole('slider', { name: 'Useful right now?' });
    await slider.focus();
    await slider.press('ArrowRight');
    await row(mentee.page, 'Amara', '4 of 5').waitFor({ state: 'attached' });
    expect(await slider.getAttribute('aria-valuetext')).toBe('very');
  });

  it('shows who talks, and hands the turn over', async () => {
    const { mentor, mentee } = windows;
    await press(mentor.page, 'I’m talking');
    await sees(mentee.page, 'is talking');
    await sees(mentee.page, 'talking now');
    await press(mentee.page, 'I’m talking');
    await sees(mentor.page, 'is talking');
    await mentor.page.getByRole('button', { name: 'I’m talking', pressed: false }).waitFor();
    await press(mentee.page, 'I’m done');
    await mentor.page.getByText('talking now').waitFor({ state: 'hidden' });
  });

  it('counts clarifying questions', async () => {
    const { mentor, mentee } = windows;
    await press(mentor.page, /^Question/);
    await sees(mentee.page, '1 question');
    await press(mentor.page, /^Question/);
    await sees(mentee.page, '2 questions');
  });

  it('obeys single keys, but never while somebody types, nor when told to leave them', async () => {
    const { mentor, mentee } = windows;
    const { page } = mentee;
    await page.keyboard.press('q');
    await sees(mentor.page, '1 question');
    await page.keyboard.press('1');
    await mentor.page.getByTestId('told').filter({ hasText: 'Helpful' }).waitFor();

    await page.keyboard.press('n');
    await page.keyboard.type('quiet, 2 of us');
    await expect.poll(() => notesOf(mentor.page).inputValue(), PATIENCE).toBe('quiet, 2 of us');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('switch', { name: 'Use these keys' }).click({ force: true });
    await page.keyboard.press('Escape');
    await page.keyboard.press('q');
    await press(page, 'Lost me');
    await mentor.page.getByTestId('told').filter({ hasText: 'Lost me' }).waitFor();
    expect(await mentor.page.getByText('2 questions').count()).toBe(1);
    expect(await mentor.page.getByText('1 question', { exact: true }).count()).toBe(1);
  });

  it('complains about nothing', () => {
    const { mentor, mentee } = windows;
    expect([...mentor.problems, ...mentee.problems].filter((words) => !words.includes('404'))).toEqual([]);
  });
});
