import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Belay } from '../harness/belay.ts';
import { type BrowserWindow, openWindow, type WindowOptions } from '../harness/browser.ts';
import { openRoom, type Room } from './roomStory.ts';

/** How long to poll, in milliseconds: a busy machine must not fail a test. */
export const PATIENCE = { timeout: 20_000 };

export type Windows = { room: Room; mentor: BrowserWindow; mentee: BrowserWindow };

/** A live meeting, open in a window of each of the two. */
export async function openWindows(belay: Belay, browser: Browser): Promise<Windows> {
  const room = await openRoom(belay);
  const mentor = await openWindow(browser, belay, room.mentor);
  const mentee = await openWindow(browser, belay, room.mentee, { zone: 'Europe/London' });
  await Promise.all([enter(mentor.page, room), enter(mentee.page, room)]);
  return { room, mentor, mentee };
}

/** A window of somebody else's making goes to the meeting too. */
export async function openRoomWindow(
  belay: Belay,
  browser: Browser,
  room: Room,
  options: WindowOptions = {},
): Promise<BrowserWindow> {
  const window = await openWindow(browser, belay, room.mentee, options);
  await enter(window.page, room);
  return window;
}

export const notesOf = (page: Page) => page.getByRole('textbox', { name: 'Notes of both' });

/** Waits until the words stand on the page. */
export const sees = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();

/** Waits until they do not any more. */
export const losesSightOf = (page: Page, words: string | RegExp) =>
  page.getByText(words).first().waitFor({ state: 'hidden' });

export const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

async function enter(page: Page, { meetingId }: Room): Promise<void> {
  await page.goto(`/meetings/${meetingId}`);
  await notesOf(page).waitFor();
}

export const textOf = ({ page }: BrowserWindow) => notesOf(page).inputValue();

/** The notes as the server has them. */
export async function storedNotes({ mentor, meetingId }: Room): Promise<string> {
  const { meeting } = await mentor.query<{ meeting: { notes: { text: string } } }>(
    'query($id: ID!) { meeting(id: $id) { notes { text } } }',
    { id: meetingId },
  );
  return meeting.notes.text;
}

/** Waits until both windows and the server hold the same text of so many characters. */
export async function converge({ room, mentor, mentee }: Windows, length: number): Promise<string> {
  await expect
    .poll(async () => {
      const texts = new Set([await textOf(mentor), await textOf(mentee), await storedNotes(room)]);
      return [...texts].map((text) => text.length);
    }, PATIENCE)
    .toEqual([length]);
  return storedNotes(room);
}

const titles = {
  PERSONAL: 'How are you?',
  PROMISES: 'Promises',
  GOALS: 'Goals',
  AGENDA: 'Agenda',
  EXCHANGE: 'Exchange',
  WRAP_UP: 'Wrap up',
};
export type Kind = keyof typeof titles;
export const allParts = Object.keys(titles) as Kind[];

/** Waits until the page has come to a part of the meeting. */
export const isAt = (page: Page, kind: Kind) =>
  page.getByRole('heading', { name: titles[kind], level: 2, exact: true }).first().waitFor();

/** How far the page can be moved sideways, in pixels. */
export const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
