import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, openWindow, picture } from '../harness/browser.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../harness/inspect.ts';
import { openRoom, type Room } from './roomStory.ts';

let belay: Belay;
let browser: Browser;
beforeAll(async () => {
  [belay, browser] = await Promise.all([startBelay(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

const principles = ['RESPECT', 'OPENNESS', 'RESPONSIBILITY', 'TRUST', 'APPRECIATION', 'MUTUAL_BENEFIT'];
const ratings = principles.map((principle, index) => ({ principle, value: 3 + (index % 3) }));

/** A meeting that has just ended: its exchange is open for 48 hours. */
async function endedRoom(): Promise<Room & { exchangeId: string }> {
  const room = await openRoom(belay);
  await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
  const { meeting } = await room.mentor.query<{ meeting: { exchange: { id: string } } }>(
    'query($id: ID!) { meeting(id: $id) { exchange { id } } }',
    { id: room.meetingId },
  );
  return { ...room, exchangeId: meeting.exchange.id };
}

async function enter(page: Page, { meetingId }: Room): Promise<void> {
  await page.goto(`/meetings/${meetingId}`);
  await page.getByRole('region', { name: 'What you tell each other' }).waitFor();
}

async function write(page: Page, helped: string): Promise<void> {
  await page.getByLabel('What helped').fill(helped);
  await page.getByLabel('One thing to change').fill('Let us start with the hard thing.');
  await page.getByLabel('One strength I saw').fill('You see the whole before the parts.');
}

async function rateAll(page: Page): Promise<void> {
  for (const group of await page
    .getByRole('group', { name: /^(Respect|Open|Respons|Trust|Appre|Mutual)/ })
    .all()) {
    await group.getByRole('radio', { name: /^4/ }).check();
  }
}

async function seal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Seal my part' }).click();
  await page.getByRole('button', { name: 'Seal it now' }).click();
  await page.getByText('Sealed. It opens for both of you').waitFor();
}

describe('the sealed exchange', () => {
  test('is kept as it is written, sealed alone, told to nobody, and opens for both without a reload', async () => {
    const room = await endedRoom();
    const mentor = await openWindow(browser, belay, room.mentor);
    const mentee = await openWindow(browser, belay, room.mentee);
    await Promise.all([enter(mentor.page, room), enter(mentee.page, room)]);

    await write(mentee.page, 'You let me finish.');
    await mentee.page.getByText('Your draft is kept.').waitFor();
    await mentee.page.reload();
    await mentee.page.getByText('Your draft is kept.').waitFor();
    expect(await mentee.page.getByLabel('What helped').inputValue()).toBe('You let me finish.');

    await mentee.page.getByRole('button', { name: 'Seal my part' }).click();
    await mentee.page.getByRole('alert').filter({ hasText: 'Still missing: Respect' }).waitFor();
    await rateAll(mentee.page);
    await expectAccessible(mentee.page);
    await picture(mentee.page, 'exchange-writing');
    await seal(mentee.page);
    await mentee.page.getByText('You let me finish.').waitFor();
    await picture(mentee.page, 'exchange-waiting');

    await write(mentor.page, 'You had read everything.');
    await rateAll(mentor.page);
    expect(await mentor.page.getByText('You let me finish.').count()).toBe(0);
    await mentor.page.getByRole('button', { name: 'Seal my part' }).click();
    await mentor.page.getByRole('button', { name: 'Seal it now' }).click();
    await mentor.page.getByText('You let me finish.').waitFor();
    await mentee.page.getByText('You had read everything.').waitFor();
    await mentee.page.getByRole('table', { name: 'How it felt, from 1 to 5' }).waitFor();
    await expectAccessible(mentee.page);
    await picture(mentee.page, 'exchange-open');
    expect([...mentor.problems, ...mentee.problems]).toEqual([]);
  });

  test('keeps what is written offline, and takes it once', async () => {
    const room = await endedRoom();
    const { page, context } = await openWindow(browser, belay, room.mentee, { phone: true });
    await enter(page, room);
    await context.setOffline(true);
    await write(page, 'Written on the train.');
    await rateAll(page);
    await page
      .getByText(/Offline/)
      .first()
      .waitFor();
    await seal(page);
    await context.setOffline(false);
    await expect
      .poll(async () => {
        const { meeting } = await room.mentee.query<{ meeting: { exchange: { state: string } } }>(
          'query($id: ID!) { meeting(id: $id) { exchange { state } } }',
          { id: room.meetingId },
        );
        return meeting.exchange.state;
      })
      .toBe('ONE_SEALED');
    await expectNoSidewaysScroll(page);
    await picture(page, 'exchange-phone');
  });

  test('words of another window are not written over unseen', async () => {
    const room = await endedRoom();
    const { page, context } = await openWindow(browser, belay, room.mentee, { dark: true });
    await enter(page, room);
    await page.getByLabel('What helped').waitFor();
    await expectAccessible(page);

    await context.setOffline(true);
    await page.getByLabel('What helped').fill('From this window');
    await page.getByText(/1 change waiting/).waitFor();
    await room.mentee.mutate('saveExchangeDraft', {
      exchangeId: room.exchangeId,
      version: 0,
      helped: 'From the other window',
    });
    await context.setOffline(false);
    await page.getByText('You wrote on this somewhere else.').waitFor();
    await page.getByRole('button', { name: 'The other ones' }).click();
    await expect.poll(() => page.getByLabel('What helped').inputValue()).toBe('From the other window');
  });

  test('closes after 48 hours with kind words; one’s own sealed part stays readable', async () => {
    const room = await endedRoom();
    await room.mentee.mutate('sealExchange', {
      exchangeId: room.exchangeId,
      helped: 'Your patience',
      change: 'Nothing',
      strength: 'Clarity',
      ratings,
    });
    belay.clock.advance(49 * 3_600_000);
    await belay.settle();
    const { page } = await openWindow(browser, belay, room.mentee, { dark: true });
    await enter(page, room);
    await page.getByText('The 48 hours are over').waitFor();
    await page.getByText('Your patience').waitFor();
    expect(await page.getByRole('button', { name: 'Go on with this meeting' }).count()).toBe(0);
    await expectAccessible(page);
    await picture(page, 'exchange-closed-dark');
  });
});
