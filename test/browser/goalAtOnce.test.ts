import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, openWindow, picture } from '../harness/browser.ts';
import type { Pair } from '../harness/story.ts';
import { goalOf, newPair, open, part, press } from './pairWindows.ts';

let belay: Belay;
let browser: Browser;
beforeAll(async () => {
  [belay, browser] = await Promise.all([startBelay(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

type Stored = { why: string; milestones: { id: string; title: string }[] };

async function stored({ mentee }: Pair, id: string): Promise<Stored> {
  const { goal } = await mentee.query<{ goal: Stored }>(
    'query($id: ID!) { goal(id: $id) { why milestones { id title } } }',
    { id },
  );
  return goal;
}

describe('a goal that both change at once', () => {
  test('both wordings stand side by side, and neither loses a word', async () => {
    const pair = await newPair(belay);
    const goalId = await goalOf(pair, 'A first paper');
    const { page } = await openWindow(browser, belay, pair.mentee);
    await open(page, `/goals/${goalId}`);
    await press(page, 'Edit');
    await page.getByLabel('Why it matters').fill('To be read.');
    await pair.mentor.mutate('editGoal', { goalId, version: 1, why: 'To help patients.' });
    await press(page, 'Keep these words');
    const both = page.getByRole('alert');
    await both.getByText('To be read.').waitFor();
    await both.getByText('To help patients.').waitFor();
    expect(await page.getByLabel('Why it matters').inputValue()).toBe('To be read.');
    expect((await stored(pair, goalId)).why).toBe('To help patients.');
    await picture(page, 'goal-outdated');

    await press(page, 'Keep mine');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await expect.poll(async () => (await stored(pair, goalId)).why).toBe('To be read.');
  });

  test('a step keeps what one typed, beside what it has become', async () => {
    const pair = await newPair(belay);
    const goalId = await goalOf(pair, 'A first paper');
    await pair.mentee.mutate('addMilestone', { goalId, title: 'Draft' });
    const [step] = (await stored(pair, goalId)).milestones;
    const { page } = await openWindow(browser, belay, pair.mentee);
    await open(page, `/goals/${goalId}`);
    await press(page, 'Change: Draft');
    await page.getByLabel('Step', { exact: true }).fill('First draft');
    await pair.mentor.mutate('editMilestone', { milestoneId: step?.id, version: 1, title: 'Rough draft' });
    await part(page, 'The path').getByText('Rough draft').waitFor();
    await press(page, 'Keep');
    await part(page, 'The path').getByRole('alert').waitFor();
    expect(await page.getByLabel('Step', { exact: true }).inputValue()).toBe('First draft');
    expect((await stored(pair, goalId)).milestones[0]?.title).toBe('Rough draft');

    await press(page, 'Keep');
    await part(page, 'The path').getByText('First draft').waitFor();
    await expect.poll(async () => (await stored(pair, goalId)).milestones[0]?.title).toBe('First draft');
  });
});
