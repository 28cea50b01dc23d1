import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, openWindow, picture } from '../harness/browser.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../harness/inspect.ts';
import { goalOf, meetingOf, newPair, open, sealBoth } from './pairWindows.ts';

let belay: Belay;
let browser: Browser;
beforeAll(async () => {
  [belay, browser] = await Promise.all([startBelay(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

describe('the shared dashboard', () => {
  test.each([{ dark: false }, { dark: true }])(
    'is easy to read and use for everybody: %o',
    async ({ dark }) => {
      const pair = await newPair(belay);
      const goalId = await goalOf(pair, 'A first paper');
      await goalOf(pair, 'Teach a course that people remember years later', 'IDEA');
      await pair.mentee.mutate('estimateProgress', { goalId, value: 30, why: 'Slow' });
      await pair.mentor.mutate('estimateProgress', { goalId, value: 60, why: 'Steady' });
      const meetingId = await meetingOf(pair, belay, 0);
      await pair.mentor.mutate('startMeeting', { meetingId });
      await pair.mentor.mutate('addActionItem', {
        meetingId,
        ownerId: pair.mentee.id,
        title: 'Send the outline',
      });
      await pair.mentee.mutate('keepMoment', {
        meetingId,
        kind: 'INSIGHT',
        audience: 'SHARED',
        words: 'Start small.',
      });
      await pair.mentor.mutate('endMeeting', { meetingId });
      await sealBoth(pair, meetingId, 4);
      await meetingOf(pair, belay, 12);
      for (const phone of [false, true]) {
        const { page } = await openWindow(browser, belay, pair.mentee, { dark, phone });
        await open(page, `/mentorships/${pair.mentorshipId}`);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        await picture(page, `dashboard${phone ? '-phone' : ''}${dark ? '-dark' : ''}`);
      }
    },
  );
});
