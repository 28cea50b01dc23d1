import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser } from '../harness/browser.ts';
import { goTo } from './roomStory.ts';
import { losesSightOf, openWindows, press, sees, type Windows } from './roomWindows.ts';

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

describe('the work of each part', () => {
  it('handles the agenda: talked about and back, next time, let go with a reason, added', async () => {
    const { room, mentor, mentee } = windows;
    await goTo(room, 'AGENDA');
    await sees(mentee.page, 'The two fellowships side by side');
    const first = mentee.page.getByRole('listitem').filter({ hasText: 'The two fellowships' });
    const second = mentee.page.getByRole('listitem').filter({ hasText: 'Who could write' });

    await press(mentor.page, 'Talked about');
    await first.getByRole('button', { name: 'Undo', exact: true }).click();
    await mentor.page.getByRole('button', { name: 'Undo', exact: true }).waitFor({ state: 'hidden' });
    await first.getByRole('button', { name: 'Let go' }).click();
    await first.getByRole('textbox').fill('It decided itself.');
    await first.getByRole('button', { name: 'Let it go' }).click();
    await sees(mentor.page, 'Let go: It decided itself.');
    await second.getByRole('button', { name: 'Next time' }).click();
    await sees(mentor.page, 'Comes along to the next meeting');

    await mentor.page.getByPlaceholder('Something else to talk about').fill('The poster');
    await sees(mentee.page, 'is writing on the agenda');
    await mentor.page.getByPlaceholder('Something else to talk about').press('Enter');
    await sees(mentee.page, 'The poster');
  });

  it('moves both estimates before the eyes of both', async () => {
    const { room, mentor, mentee } = windows;
    await goTo(room, 'GOALS');
    await sees(mentor.page, 'Submit the first paper');
    await sees(mentor.page, /25 points apart/);
    const slider = mentee.page.getByRole('slider', { name: 'How far do you think?' });
    await slider.focus();
    await slider.press('ArrowRight');
    await mentee.page.getByPlaceholder('A word on why').fill('One figure came.');
    await press(mentee.page, 'Say so');
    await sees(mentor.page, '40 %');
    await sees(mentor.page, 'One figure came.');
    await sees(mentor.page, /20 points apart/);
  });

  it('looks back at what was promised: kept, let go, another day', async () => {
    const { room, mentor, mentee } = windows;
    await goTo(room, 'PROMISES');
    const draft = mentee.page.getByRole('listitem').filter({ hasText: 'Send the draft' });
    const introduction = mentor.page.getByRole('listitem').filter({ hasText: 'Introduce Ines' });
    await draft.getByRole('button', { name: 'Kept' }).click();
    await mentor.page
      .getByRole('listitem')
      .filter({ hasText: 'Send the draft' })
      .getByRole('button', { name: 'Undo', exact: true })
      .waitFor();
    await introduction.getByRole('button', { name: 'Stays open' }).click();
    await introduction.getByLabel('It stays open. Until when?').fill('2027-01-15');
    await sees(mentee.page, /until .*15 Jan/);
    await introduction.getByRole('button', { name: 'Good' }).click();
    await introduction.getByRole('button', { name: 'Let go' }).click();
    await introduction.getByRole('textbox').fill('She moved away.');
    await introduction.getByRole('button', { name: 'Let it go' }).click();
    await sees(mentee.page, 'Let go: She moved away.');
  });

  it('writes down promises and offers advice that the mentee answers', async () => {
    const { room, mentor, mentee } = windows;
    await mentee.page.getByPlaceholder('What will be done').fill('Write to Professor Lind');
    // The form moves with the part of the meeting; what was typed goes along.
    await goTo(room, 'WRAP_UP');
    await mentee.page.getByRole('button', { name: 'Plan the next meeting' }).waitFor();
    expect(await mentee.page.getByPlaceholder('What will be done').inputValue()).toBe(
      'Write to Professor Lind',
    );
    await mentee.page.getByLabel('Until when').fill('2026-12-04');
    await press(mentee.page, 'Promise');
    await sees(mentor.page, 'Write to Professor Lind');
    await sees(mentor.page, /Jonas, until .*4 Dec/);

    await mentor.page.getByPlaceholder('An option to consider').fill('Ask for two letters at once.');
    await press(mentor.page, 'Offer');
    await sees(mentee.page, 'Ask for two letters at once.');
    await press(mentee.page, 'Considering it');
    await sees(mentor.page, 'Considering it');
  });

  it('plans the next meeting without leaving this one', async () => {
    const { room, mentor, mentee } = windows;
    await goTo(room, 'WRAP_UP');
    await press(mentor.page, 'Plan the next meeting');
    await press(mentor.page, 'Propose this time');
    await sees(mentor.page, /You meet again/);
    await sees(mentee.page, /You meet again/);
    await mentee.page.getByRole('link', { name: 'Look at it' }).waitFor();
  });

  it('keeps a shared moment for both, and a private one for its author until it is shared', async () => {
    const { mentor, mentee } = windows;
    await press(mentee.page, 'Moment');
    await mentee.page.getByLabel('A few words, if you like').fill('Choose the people, not the place.');
    await press(mentee.page, 'Insight');
    await sees(mentor.page, 'Choose the people, not the place.');

    await press(mentor.page, 'Moment');
    await mentor.page.getByLabel('A few words, if you like').fill('He sounded relieved.');
    await mentor.page.getByLabel(/For both/).uncheck({ force: true });
    await press(mentor.page, 'Encouragement');
    await sees(mentor.page, /^\s*only you$/);
    // Another shared thing comes after it: had the private one come, it would be there by now.
    await press(mentee.page, 'Moment');
    await press(mentee.page, 'Advice');
    await mentor.page.getByText('Advice').nth(1).waitFor();
    expect(await mentee.page.getByText('He sounded relieved.').count()).toBe(0);
    await press(mentor.page, 'Share it');
    await sees(mentee.page, 'He sounded relieved.');
    await losesSightOf(mentor.page, /^\s*only you$/);
  });

  it('complains about nothing', () => {
    const { mentor, mentee } = windows;
    expect([...mentor.problems, ...mentee.problems].filter((words) => !words.includes('404'))).toEqual([]);
  });
});
