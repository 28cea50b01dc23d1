import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, picture } from '../harness/browser.ts';
import { faultsOf } from '../harness/inspect.ts';
import { goTo, openFullRoom, type Room } from './roomStory.ts';
import { allParts, isAt, type Kind, notesOf, openRoomWindow, press, sees, sideways } from './roomWindows.ts';

let belay: Belay;
let browser: Browser;
let room: Room;

beforeAll(async () => {
  belay = await startBelay();
  browser = await openBrowser();
  room = await openFullRoom(belay);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

describe.each([
  { name: 'phone', dark: false, kinds: allParts },
  { name: 'phone-dark', dark: true, kinds: ['AGENDA'] as Kind[] },
])('the room, $name', ({ name, dark, kinds }) => {
  it('can be read and used by everybody in each part, and fits', async () => {
    await goTo(room, 'PERSONAL');
    const { page, context, problems } = await openRoomWindow(belay, browser, room, { dark, phone: true });
    for (const kind of kinds) {
      await goTo(room, kind);
      await isAt(page, kind);
      expect(await faultsOf(page)).toEqual([]);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await picture(page, `room-${name}-${kind.toLowerCase()}`);
    }
    expect(problems.filter((words) => !words.includes('404'))).toEqual([]);
    await context.close();
  });
});

describe('the room on a phone', () => {
  it('opens the rail, the pulses, the side and a moment over the page', async () => {
    await goTo(room, 'WRAP_UP');
    const { page, context } = await openRoomWindow(belay, browser, room, { phone: true });
    await press(page, /^Wrap up/);
    await sees(page, 'Pause the clock');
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'room-phone-rail');
    await page.keyboard.press('Escape');

    await press(page, 'Pulse');
    await picture(page, 'room-phone-pulses');
    await press(page, 'Lost me');
    await page.getByRole('button', { name: 'Lost me' }).waitFor({ state: 'hidden' });

    await press(page, 'More');
    await page.getByRole('dialog', { name: 'The meeting so far' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'room-phone-side');
    await page.keyboard.press('Escape');

    await press(page, 'Moment');
    await page.getByRole('dialog', { name: 'Keep this moment' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await picture(page, 'room-phone-moment');
    await context.close();
  });

  it('does not move under the finger when the other one does something', async () => {
    await goTo(room, 'AGENDA');
    const { page, context } = await openRoomWindow(belay, browser, room, { phone: true });
    await isAt(page, 'AGENDA');
    const place = async () => (await notesOf(page).boundingBox())?.y;
    const before = await place();
    const { mentor, meetingId } = room;
    await mentor.mutate('givePulse', { meetingId, kind: 'ENCOURAGED' });
    await page.getByTestId('told').filter({ hasText: 'Encouraged' }).waitFor();
    await mentor.mutate('stopTalking', { meetingId });
    await mentor.mutate('keepMoment', {
      meetingId,
      kind: 'ADVICE',
      words: 'Sleep first.',
      audience: 'SHARED',
    });
    await mentor.mutate('handOverLead', { meetingId });
    await sees(page, 'You lead.');
    expect(await place()).toBe(before);
    await context.close();
  });
});
