import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, openWindow, picture } from '../harness/browser.ts';
import { expectAccessible } from '../harness/inspect.ts';

let belay: Belay;
let browser: Browser;
beforeAll(async () => {
  [belay, browser] = await Promise.all([startBelay(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

describe('a bad state is a page too', () => {
  test('for what is not there and for what is not yours, the same', async () => {
    const { mentorshipId } = await belay.pair();
    const { page } = await openWindow(browser, belay, await belay.person());
    for (const path of ['/nowhere', '/goals/nonsense', `/mentorships/${mentorshipId}`]) {
      await page.goto(path);
      await page.getByText('There is nothing here, or it isn’t yours to see').waitFor();
    }
    await expectAccessible(page);
    await picture(page, 'not-yours');
  });

  test('for a server that is away, and the page comes by itself when it is back', async () => {
    const { page, problems } = await openWindow(browser, belay, await belay.person(), { phone: true });
    await page.route('**/graphql', (route) => route.abort('connectionrefused'));
    await page.goto('/');
    await page.getByRole('heading', { name: 'The server is away' }).waitFor();
    await expectAccessible(page);
    await picture(page, 'server-away');
    problems.length = 0;
    await page.unroute('**/graphql');
    await page.getByText('Nobody climbs alone').waitFor();
    expect(problems.filter((problem) => !problem.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
  });
});
