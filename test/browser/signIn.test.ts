import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, openWindow, picture } from '../harness/browser.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../harness/inspect.ts';

let belay: Belay;
let browser: Browser;
beforeAll(async () => {
  [belay, browser] = await Promise.all([startBelay({ story: true, publicHost: 'localhost' }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

/** The six digits in the newest mail to this address. */
async function codeFor(email: string): Promise<string> {
  return expect
    .poll(async () => (await belay.mails()).find(({ to }) => to === email)?.text.match(/\b\d{6}\b/)?.[0])
    .toBeTruthy()
    .then(async () => {
      const mail = (await belay.mails()).find(({ to }) => to === email);
      return mail?.text.match(/\b\d{6}\b/)?.[0] ?? '';
    });
}

async function join(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('textbox', { name: 'Your e-mail address' }).fill(email);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByLabel('The six digits').fill(await codeFor(email));
  await page.getByRole('button', { name: 'Join' }).click();
}

describe('coming in', () => {
  test('whoever is not signed in is led to the sign-in page, and back to where they wanted to go', async () => {
    const { page } = await openWindow(browser, belay, null);
    await page.goto('/settings');
    await page.waitForURL('**/sign-in?back=*');
    await page.getByRole('button', { name: /Lena Hofmann/ }).click();
    await page.waitForURL('**/settings');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  });

  test('one joins with a mailed code, leaves, and comes back with another', async () => {
    const { page, problems } = await openWindow(browser, belay, null);
    await page.goto('/sign-up');
    await join(page, 'Ines Duarte', 'ines.duarte@example.org');
    await page.getByRole('heading', { name: 'Hello Ines' }).waitFor();
    await page.getByText('Nobody climbs alone').waitFor();
    await picture(page, 'home-empty');

    await page.goto('/settings');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.waitForURL('**/sign-in**');
    await page.getByRole('textbox', { name: 'Your e-mail address' }).fill('ines.duarte@example.org');
    await page.getByRole('button', { name: 'Mail me a code' }).click();
    await page.getByText('We have mailed six digits').waitFor();
    await picture(page, 'sign-in-code');
    await page.getByLabel('The six digits').fill(await codeFor('ines.duarte@example.org'));
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Hello Ines' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('a wrong code is refused with words, where it was typed', async () => {
    const { page } = await openWindow(browser, belay, null);
    await page.goto('/sign-in');
    await page.getByRole('textbox', { name: 'Your e-mail address' }).fill('nobody.here@example.org');
    await page.getByRole('button', { name: 'Mail me a code' }).click();
    await page.getByLabel('The six digits').fill('000000');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('alert').getByText('This code is wrong or too old').waitFor();
    await picture(page, 'sign-in-refused');
  });

  test('a passkey of the device signs in', async () => {
    const { page, context } = await openWindow(browser, belay, null);
    // Passkeys belong to a name; an address of numbers has none.
    const base = belay.url.replace('127.0.0.1', 'localhost');
    const device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(`${base}/sign-up`);
    await join(page, 'Pavel Horak', 'pavel.horak@example.org');
    await page.getByRole('heading', { name: 'Hello Pavel' }).waitFor();
    await page.goto(`${base}/settings`);
    await page.getByRole('button', { name: 'Add a passkey of this device' }).click();
    await page.getByRole('button', { name: 'Take it away' }).waitFor();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.waitForURL('**/sign-in**');
    await page.getByRole('button', { name: 'Use a passkey' }).click();
    await page.getByRole('heading', { name: 'Hello Pavel' }).waitFor();
  });
});

describe('the sign-in page', () => {
  test.each(['light', 'dark'])('is open to everybody, in %s and on a phone', async (theme) => {
    const { page } = await openWindow(browser, belay, null, { dark: theme === 'dark', phone: true });
    for (const path of ['/sign-in', '/sign-up']) {
      await page.goto(path);
      await page.getByRole('button', { name: /Lena Hofmann/ }).waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await picture(page, `${path.slice(1)}-phone-${theme}`);
    }
  });
});

test('an invitation is read by whoever holds it, and answered after joining', async () => {
  const inviter = await belay.person({ name: 'Ruth Amsel' });
  const words = 'I heard your talk on Tuesday. Would you have an hour a month for me?';
  await inviter.mutate('sendInvitation', { email: 'mara.lind@example.org', inviteeSide: 'MENTOR', words });
  await belay.settle();
  const mail = (await belay.mails()).find(({ to }) => to === 'mara.lind@example.org');
  const path = new URL(mail?.text.match(/https?:\S+\/invitations\/\S+/)?.[0] ?? '').pathname;

  const { page, problems } = await openWindow(browser, belay, null, { dark: true });
  await page.goto(path);
  await page.getByText(words).waitFor();
  await expectAccessible(page);
  await picture(page, 'invitation');
  await page.getByRole('link', { name: 'Join to answer' }).click();
  await join(page, 'Mara Lind', 'mara.lind@example.org');
  await page.waitForURL(`**${path}`);
  await page.getByRole('button', { name: 'Yes, let us begin' }).click();
  await page.waitForURL('**/mentorships/*');
  await page.getByText('Ruth Amsel').first().waitFor();
  expect(problems).toEqual([]);
});

test('an invitation that nobody sent is a page, not an error', async () => {
  const { page } = await openWindow(browser, belay, null);
  await page.goto('/invitations/nonsense');
  await page.getByText('There is nothing here, or it isn’t yours to see').waitFor();
  await picture(page, 'nothing-here');
});
