import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser } from '../harness/browser.ts';
import { losesSightOf, openWindows, press, sees, type Windows } from './roomWindows.ts';

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

async function open(): Promise<void> {
  windows = await openWindows(belay, browser);
}

async function close(): Promise<void> {
  const { mentor, mentee } = windows;
  expect([...mentor.problems, ...mentee.problems].filter((words) => !words.includes('404'))).toEqual([]);
  await Promise.all([mentor.context.close(), mentee.context.close()]);
}

describe('moving through the meeting', () => {
  beforeAll(open);
  afterAll(close);

  it('takes both along when the leader moves on, goes back and extends', async () => {
    const { mentor, mentee } = windows;
    await press(mentor.page, 'On to promises');
    await mentee.page.getByRole('heading', { name: 'Promises', level: 2 }).first().waitFor();
    await sees(mentee.page, 'Send the draft of the abstract');
    await press(mentor.page, 'Go back');
    await mentee.page.getByRole('heading', { name: 'How are you?' }).waitFor();
    const clock = mentee.page.getByRole('timer');
    await sees(mentee.page, /^[67]:\d\d/);
    await press(mentor.page, '5 min more');
    await sees(mentee.page, /^1[12]:\d\d/);
    expect(await clock.textContent()).toContain('left');
  });

  it('tells the leader that the other one would like to move on, and lets the lead change hands', async () => {
    const { mentor, mentee } = windows;
    await press(mentee.page, 'Ask to move on');
    await sees(mentor.page, 'Jonas would like to move on.');
    await mentee.page.getByRole('button', { name: 'You asked to move on' }).waitFor();
    await press(mentor.page, 'Let Jonas lead');
    await sees(mentee.page, 'You lead.');
    await sees(mentor.page, 'Jonas leads.');
    await press(mentee.page, 'Goals');
    await mentor.page.getByRole('heading', { name: 'Goals', level: 2 }).waitFor();
  });

  it('stops the clock for both and starts it again', async () => {
    const { mentor, mentee } = windows;
    await press(mentee.page, 'Pause the clock');
    await sees(mentor.page, 'The clock stands still.');
    await press(mentor.page, 'Go on');
    await losesSightOf(mentee.page, 'The clock stands still.');
  });

  it('shows both who is here, and who has left', async () => {
    const { mentor, mentee } = windows;
    await sees(mentor.page, 'is here');
    await sees(mentee.page, 'is here');
    await mentee.page.goto('about:blank');
    await sees(mentor.page, 'is not in the room');
  });

  it('shows kindly that a part runs over', async () => {
    const { mentor } = windows;
    belay.clock.advance(20 * 60_000);
    await mentor.page.reload();
    await sees(mentor.page, /^\+\d+:\d\d over$/);
  });
});

describe('leaving the meeting', () => {
  beforeEach(open);
  afterEach(close);

  it('undoes an accidental start', async () => {
    const { mentor, mentee } = windows;
    await press(mentor.page, 'Started by accident? Undo');
    await mentor.page.getByRole('button', { name: 'End the meeting' }).waitFor({ state: 'hidden' });
    await mentee.page.getByRole('button', { name: 'End the meeting' }).waitFor({ state: 'hidden' });
  });

  it('ends for both, on the same address, without a reload', async () => {
    const { mentor, mentee, room } = windows;
    await press(mentee.page, 'End the meeting');
    await sees(mentee.page, 'End the meeting for both of you?');
    await press(mentee.page, 'End it');
    await mentor.page.getByRole('timer').waitFor({ state: 'hidden' });
    await mentee.page.getByRole('timer').waitFor({ state: 'hidden' });
    expect(mentor.page.url()).toContain(room.meetingId);
  });
});
