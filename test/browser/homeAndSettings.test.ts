import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, openWindow, picture } from '../harness/browser.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../harness/inspect.ts';
import type { Pair } from '../harness/story.ts';

let belay: Belay;
let browser: Browser;
let pair: Pair;
beforeAll(async () => {
  [belay, browser] = await Promise.all([startBelay(), openBrowser()]);
  pair = await belay.pair({
    mentor: await belay.person({ name: 'Ruth Amsel', zone: 'America/New_York' }),
    mentee: await belay.person({ name: 'Nia Brandt' }),
  });
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

const meeting = () => ({
  mentorshipId: pair.mentorshipId,
  minutes: 45,
  zone: 'Europe/Zurich',
  objective: 'Decide on the journal',
});

describe('home', () => {
  test('shows what needs one now, and what the other side does, without a reload', async () => {
    const { mentor, mentee, mentorshipId } = pair;
    const { page, problems } = await openWindow(browser, belay, mentee);
    await page.goto('/');
    await page.getByText('No meeting is planned').waitFor();

    const startsAt = new Date(belay.clock.now().getTime() + 2 * 86_400_000);
    await mentor.mutate('planMeeting', { ...meeting(), startsAt });
    await page.getByText('With Ruth Amsel').waitFor();
    await page.getByText('for Ruth').waitFor();

    const { meeting: now } = await mentor.mutate<{ meeting: { id: string } }>(
      'planMeeting',
      { ...meeting(), startsAt: belay.clock.now() },
      'meeting { id }',
    );
    await mentor.mutate('startMeeting', { meetingId: now.id });
    await page.getByText('You and Ruth Amsel are meeting now').waitFor();

    const promise = { meetingId: now.id, ownerId: mentee.id, title: 'Send the outline' };
    await mentor.mutate('addActionItem', promise);
    await page.getByText('Send the outline').waitFor();

    const { goal } = await mentee.mutate<{ goal: { id: string } }>(
      'addGoal',
      { mentorshipId, title: 'A first paper' },
      'goal { id }',
    );
    await mentee.mutate('activateGoal', { goalId: goal.id });
    await mentor.mutate('estimateProgress', { goalId: goal.id, value: 40 });
    await page.getByText('Ruth says 40 %').waitFor();
    await picture(page, 'home');
    expect(problems).toEqual([]);
  });

  test('takes a promise off with one tap, and sends it once after being offline', async () => {
    const { mentee } = pair;
    const { page, context } = await openWindow(browser, belay, mentee);
    await page.goto('/');
    const promise = page.getByLabel('Send the outline');
    await promise.waitFor();
    await context.setOffline(true);
    await promise.check();
    await page.getByText(/Offline/).waitFor();
    await picture(page, 'home-offline');
    await context.setOffline(false);
    await expect
      .poll(async () => {
        const { viewer } = await mentee.query<{ viewer: { promises: unknown[] } }>(
          '{ viewer { promises { id } } }',
        );
        return viewer.promises.length;
      })
      .toBe(0);
    const events = await belay.app.services.prisma.streamEvent.count({
      where: { type: 'ActionItemHandled' },
    });
    expect(events).toBe(1);
  });

  test('brings an invitation the moment it is sent, and begins with one tap', async () => {
    const { mentee } = pair;
    const { page } = await openWindow(browser, belay, mentee);
    await page.goto('/');
    await page.getByText('Goals').first().waitFor();
    const other = await belay.person({ name: 'Mara Okafor' });
    await other.mutate('sendInvitation', {
      email: mentee.email,
      inviteeSide: 'MENTOR',
      words: 'Would you help me?',
    });
    await belay.settle();
    await page.getByText('Would you help me?').waitFor();
    await page.getByRole('button', { name: 'Not this time' }).click();
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByText('Would you help me?').waitFor({ state: 'detached' });
  });

  test.each(['light', 'dark'])('is open to everybody, in %s and on a phone', async (theme) => {
    const { page } = await openWindow(browser, belay, pair.mentee, { dark: theme === 'dark', phone: true });
    await page.goto('/');
    await page.getByText('are meeting now').waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await picture(page, `home-phone-${theme}`);
  });
});

describe('settings', () => {
  test('a token is shown once, works, and ends at once', async () => {
    const { page, problems } = await openWindow(browser, belay, pair.mentor);
    await page.goto('/settings');
    await page.getByLabel('What is it for?').fill('My script');
    await page.getByRole('button', { name: 'Make a token' }).click();
    const secret = (await page.locator('code').textContent()) ?? '';
    const ask = () =>
      fetch(`${belay.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: '{"query":"{ viewer { email } }"}',
      });
    expect((await ask()).status).toBe(200);
    const row = page.getByRole('listitem').filter({ hasText: 'My script' });
    await row.getByRole('button', { name: 'End it' }).click();
    await row.getByRole('button', { name: 'End it' }).click();
    await row.getByText('ended').waitFor();
    expect((await ask()).status).toBe(401);
    expect(problems).toEqual([]);
  });

  test('what one says about oneself is there for the other side', async () => {
    const { page } = await openWindow(browser, belay, pair.mentor);
    await page.goto('/settings');
    await page.getByLabel('In one line').fill('Professor of paediatrics');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(async () => {
        const { person } = await pair.mentee.query<{ person: { headline: string } }>(
          'query($id: ID!) { person(id: $id) { headline } }',
          { id: pair.mentor.id },
        );
        return person.headline;
      })
      .toBe('Professor of paediatrics');
  });

  test('signing out everywhere ends the other window too', async () => {
    const person = await belay.person({ name: 'Tomas Lind' });
    const one = await openWindow(browser, belay, person);
    const other = await openWindow(browser, belay, person);
    await other.page.goto('/');
    await other.page.getByText('Nobody climbs alone').waitFor();
    await one.page.goto('/settings');
    await one.page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await one.page.getByRole('group').getByRole('button', { name: 'Sign out everywhere' }).click();
    await one.page.getByRole('heading', { name: 'Sign in to Belay' }).waitFor();
    await other.page.getByRole('heading', { name: 'Sign in to Belay' }).waitFor();
  });

  test.each(['light', 'dark'])('is open to everybody, in %s and on a phone', async (theme) => {
    const { page } = await openWindow(browser, belay, pair.mentor, { dark: theme === 'dark', phone: true });
    await page.goto('/settings');
    await page.getByRole('heading', { name: 'Tokens' }).waitFor();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await picture(page, `settings-phone-${theme}`);
  });
});
