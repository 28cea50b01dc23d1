import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, openWindow, picture } from '../harness/browser.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../harness/inspect.ts';
import type { Pair } from '../harness/story.ts';
import { goalOf, meetingOf, newPair, news, open, openBoth, part, press } from './pairWindows.ts';

let belay: Belay;
let browser: Browser;
beforeAll(async () => {
  [belay, browser] = await Promise.all([startBelay(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

type Stored = {
  version: number;
  title: string;
  why: string;
  milestones: { title: string; reachedAt: string | null }[];
  estimates: { edges: { node: { value: number } }[] };
};

async function stored({ mentee }: Pair, id: string): Promise<Stored> {
  const { goal } = await mentee.query<{ goal: Stored }>(
    `query($id: ID!) { goal(id: $id) {
      version title why milestones { title reachedAt } estimates { edges { node { value } } } } }`,
    { id },
  );
  return goal;
}

describe('the page of a goal', () => {
  test('words, steps and state are seen by the other side as they change', async () => {
    const pair = await newPair(belay);
    const goalId = await goalOf(pair, 'A first paper');
    const { mentor, mentee } = await openBoth(belay, browser, pair, `/goals/${goalId}`);
    await picture(mentee.page, 'goal-empty');

    await press(mentee.page, 'Edit');
    await mentee.page.getByLabel('Why it matters').fill('So that others can build on it.');
    await mentee.page.getByLabel('If this gets in the way …').fill('my shift runs late');
    await mentee.page.getByLabel('… then I do this').fill('I write ten minutes before breakfast');
    await press(mentee.page, 'Keep these words');
    const words = part(mentor.page, 'What it is about');
    await words.getByText('So that others can build on it.').waitFor();
    await words.getByText('I write ten minutes before breakfast').waitFor();
    await news(mentor.page).getByText('Nia has reworded the goal.').waitFor();

    await press(mentee.page, 'Add a step');
    for (const step of ['Outline', 'Draft', 'Submit']) {
      await mentee.page.getByLabel('Next step').fill(step);
      await press(mentee.page, 'Add it');
    }
    const path = part(mentor.page, 'The path').getByRole('listitem');
    await path.filter({ hasText: 'Submit' }).waitFor();
    await press(mentor.page, 'Reached: Outline');
    await part(mentee.page, 'The path').getByRole('button', { name: 'Not yet: Outline' }).waitFor();

    await press(mentor.page, 'Change: Draft');
    await mentor.page.getByLabel('Step', { exact: true }).fill('Full draft');
    await mentor.page.getByLabel('Until').fill('2027-02-01');
    await press(mentor.page, 'Keep');
    await part(mentee.page, 'The path')
      .getByText(/Until .*1 Feb 2027/)
      .waitFor();
    await press(mentor.page, 'Change: Full draft');
    await press(mentor.page, 'Move up');
    await expect
      .poll(async () => (await part(mentee.page, 'The path').getByRole('listitem').allInnerTexts()).at(1))
      .toContain('Full draft');
    await press(mentor.page, 'Take it off');
    await mentor.page.getByRole('group').getByRole('button', { name: 'Take it off' }).click();
    await part(mentee.page, 'The path').getByText('Full draft').waitFor({ state: 'detached' });
    expect((await stored(pair, goalId)).milestones.map(({ title }) => title)).toEqual(['Outline', 'Submit']);

    await press(mentor.page, 'Reached');
    await press(mentor.page, 'Yes, reached');
    await mentee.page.getByText('Achieved', { exact: true }).waitFor();
    expect(await mentee.page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
    expect([...mentor.problems, ...mentee.problems]).toEqual([]);
  });

  test('estimates far apart become something to talk about at the next meeting', async () => {
    const pair = await newPair(belay);
    const goalId = await goalOf(pair, 'A first paper');
    await meetingOf(pair, belay, 7);
    const { mentor, mentee } = await openBoth(belay, browser, pair, `/goals/${goalId}`);
    await mentee.page.getByRole('slider').fill('30');
    await mentee.page.getByLabel('A word on why').fill('The hard part is ahead.');
    await press(mentee.page, 'Say so');
    await part(mentor.page, 'How far it has come').getByText('The hard part is ahead.').first().waitFor();
    await mentor.page.getByRole('slider').fill('70');
    await press(mentor.page, 'Say so');
    await mentee.page.getByText('You and Ruth see this 40 points apart.').waitFor();
    await mentor.page.getByText('You and Nia see this 40 points apart.').waitFor();
    const table = part(mentee.page, 'How far it has come').getByRole('table');
    await table.getByRole('row').filter({ hasText: '70' }).waitFor();

    await press(mentee.page, /^Bring it to the meeting/);
    const said = part(mentor.page, 'What was said about it');
    await said.getByRole('link', { name: 'What each of us sees in “A first paper”' }).waitFor();
    await mentee.page.getByText('It is on the agenda of your').waitFor();
    await picture(mentee.page, 'goal-apart');
    expect((await stored(pair, goalId)).estimates.edges.map(({ node }) => node.value)).toEqual([70, 30]);
    expect([...mentor.problems, ...mentee.problems]).toEqual([]);
  });

  test('a step and an estimate made offline stand there at once and are sent once', async () => {
    const pair = await newPair(belay);
    const goalId = await goalOf(pair, 'A first paper');
    const { page, context } = await openWindow(browser, belay, pair.mentee);
    await open(page, `/goals/${goalId}`);
    await context.setOffline(true);
    await press(page, 'Add a step');
    await page.getByLabel('Next step').fill('Outline');
    await press(page, 'Add it');
    await press(page, 'Reached: Outline');
    await page.getByRole('slider').fill('20');
    await press(page, 'Say so');
    await page.getByLabel('Next step').fill('Half a thought');
    await page.getByText('3 changes waiting').waitFor();
    await part(page, 'How far it has come').getByRole('row').filter({ hasText: '20' }).waitFor();
    await picture(page, 'goal-offline');

    await context.setOffline(false);
    await expect.poll(async () => (await stored(pair, goalId)).estimates.edges.length).toBe(1);
    const { milestones } = await stored(pair, goalId);
    expect(milestones).toEqual([{ title: 'Outline', reachedAt: expect.any(String) }]);
    expect(await page.getByLabel('Next step').inputValue()).toBe('Half a thought');
  });

  test('a goal of others is not there', async () => {
    const goalId = await goalOf(await newPair(belay), 'A first paper');
    const { page } = await openWindow(browser, belay, await belay.person());
    await page.goto(`/goals/${goalId}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText('A first paper').count()).toBe(0);
    await picture(page, 'goal-not-there');
  });

  test.each([{ dark: false }, { dark: true }])(
    'is easy to read and use for everybody: %o',
    async ({ dark }) => {
      const pair = await newPair(belay);
      const goalId = await goalOf(pair, 'A first paper that people remember years later');
      const why = 'So that others can build on it.';
      await pair.mentee.mutate('editGoal', {
        goalId,
        version: 1,
        why,
        planIf: 'it is late',
        planThen: 'I go home',
      });
      for (const title of ['Outline', 'Draft with all figures', 'Submit']) {
        await pair.mentee.mutate('addMilestone', { goalId, title, dueOn: '2027-03-01' });
      }
      await pair.mentee.mutate('estimateProgress', { goalId, value: 30, why: 'Slow' });
      await pair.mentor.mutate('estimateProgress', { goalId, value: 60, why: 'Steady' });
      for (const phone of [false, true]) {
        const { page } = await openWindow(browser, belay, pair.mentee, { dark, phone });
        await open(page, `/goals/${goalId}`);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        await press(page, 'Edit');
        await press(page, 'Change: Outline');
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
        await picture(page, `goal${phone ? '-phone' : ''}${dark ? '-dark' : ''}`);
      }
    },
  );
});
