import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, picture } from '../harness/browser.ts';
import { faultsOf } from '../harness/inspect.ts';
import { goTo, openFullRoom, type Room } from './roomStory.ts';
import { allParts, isAt, type Kind, openRoomWindow, sideways } from './roomWindows.ts';

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
  { name: 'light', dark: false, kinds: allParts },
  { name: 'dark', dark: true, kinds: ['GOALS', 'AGENDA', 'WRAP_UP'] as Kind[] },
])('the room, $name', ({ name, dark, kinds }) => {
  it('can be read and used by everybody in each part, and fits', async () => {
    await goTo(room, 'PERSONAL');
    const { page, context, problems } = await openRoomWindow(belay, browser, room, { dark });
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
