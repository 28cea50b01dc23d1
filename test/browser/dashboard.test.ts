import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { openBrowser, openWindow, picture } from '../harness/browser.ts';
import type { Pair } from '../harness/story.ts';
import { goalOf, meetingOf, newPair, news, open, openBoth, part, press, sealBoth } from './pairWindows.ts';

let belay: Belay;
let browser: Browser;
beforeAll(async () => {
  [belay, browser] = await Promise.all([startBelay(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await belay?.close();
});

const pageOf = ({ mentorshipId }: Pair) => `/mentorships/${mentorshipId}`;

async function goalsOf({ mentee, mentorshipId }: Pair) {
  const { mentorship } = await mentee.query<{
    mentorship: { goals: { edges: { node: { title: string; state: string } }[] } };
  }>('query($id: ID!) { mentorship(id: $id) { goals { edges { node { title state } } } } }', {
    id: mentorshipId,
  });
  return mentorship.goals.edges.map(({ node }) => `${node.title}: ${node.state}`).sort();
}

describe('the shared dashboard', () => {
  test('a goal, what becomes of it and both lines of progress move on the other side as well', async () => {
    const pair = await newPair(belay);
    const { mentor, mentee } = await openBoth(belay, browser, pair, pageOf(pair));
    await picture(mentee.page, 'dashboard-empty');
    await press(mentee.page, 'Add a goal');
    await mentee.page.getByLabel('What would you like to reach?').fill('A first paper');
    await press(mentee.page, 'Write it down as an idea');
    const theirs = part(mentor.page, 'Goals').getByRole('listitem').filter({ hasText: 'A first paper' });
    await theirs.getByText('Idea', { exact: true }).waitFor();
    await news(mentor.page).getByText('Nia has added a goal: A first paper.').waitFor();

    await mentor.page.getByRole('button', { name: 'Begin: A first paper' }).press('Enter');
    await theirs.getByText('Active', { exact: true }).waitFor();
    expect(await theirs.evaluate((goal) => goal.contains(document.activeElement))).toBe(true);
    const mine = part(mentee.page, 'Goals').getByRole('listitem').filter({ hasText: 'A first paper' });
    await mine.getByText('Active', { exact: true }).waitFor();
    expect(await mine.getAttribute('data-flash')).not.toBeNull();

    await press(mentee.page, 'Say how far you think it has come: A first paper');
    await mentee.page.getByRole('slider').fill('40');
    await mentee.page.getByLabel('A word on why').fill('The data are in.');
    await press(mentee.page, 'Say so');
    await theirs.getByRole('row').filter({ hasText: '40' }).filter({ hasText: 'The data are in.' }).waitFor();
    await news(mentor.page).getByText('at 40 per cent').waitFor();

    await press(mentor.page, 'Say how far you think it has come: A first paper');
    await mentor.page.getByRole('slider').fill('65');
    await press(mentor.page, 'Say so');
    await mine.getByRole('row').filter({ hasText: '65' }).waitFor();

    await press(mentee.page, 'Let go: A first paper');
    await mentee.page.getByLabel('Why can “A first paper” go?').fill('Another question came up.');
    await press(mentee.page, 'Let it go');
    await theirs.getByText('Another question came up.').waitFor();
    expect(await goalsOf(pair)).toEqual(['A first paper: RETIRED']);
    expect([...mentor.problems, ...mentee.problems]).toEqual([]);
  });

  test('meetings, promises, moments and the feedback of both appear as they come', async () => {
    const pair = await newPair(belay);
    const { mentor, mentee } = await openBoth(belay, browser, pair, pageOf(pair));
    const { page } = mentee;
    await part(page, 'Next meeting').getByText('No meeting is planned').waitFor();
    await press(page, 'Plan a meeting');
    await page
      .getByRole('dialog', { name: 'Plan a meeting' })
      .getByLabel('What you want to talk about')
      .waitFor();
    await page.keyboard.press('Escape');

    const meetingId = await meetingOf(pair, belay, 0);
    await part(page, 'Next meeting').getByText('for Ruth').waitFor();
    await pair.mentor.mutate('startMeeting', { meetingId });
    await part(page, 'Now').getByRole('link', { name: 'Enter the room: Ruth Amsel' }).waitFor();
    await pair.mentor.mutate('showPresence', { meetingId, doing: 'TALKING' }, '__typename', null);
    await part(page, 'Now').getByText('Ruth is in the room.').waitFor();

    const promise = { meetingId, ownerId: pair.mentee.id, title: 'Send the outline' };
    await pair.mentor.mutate('addActionItem', promise);
    await part(page, 'Open promises').getByText('Send the outline').waitFor();
    const words = 'The first job need not be the last.';
    await pair.mentor.mutate('keepMoment', { meetingId, kind: 'ADVICE', audience: 'SHARED', words });
    await part(page, 'Moments worth keeping').getByText(words).waitFor();

    await part(page, 'Open promises').getByRole('button', { name: 'Kept' }).click();
    await part(mentor.page, 'Open promises').getByRole('button', { name: 'Undo' }).waitFor();

    await pair.mentor.mutate('endMeeting', { meetingId });
    await part(page, 'Meetings over the year').getByRole('link', { name: 'Decide on the journal' }).waitFor();
    await sealBoth(pair, meetingId, 5);
    await part(page, 'Feedback over time').getByRole('heading', { name: 'Trust' }).waitFor();
    await part(mentor.page, 'Feedback over time').getByRole('heading', { name: 'Trust' }).waitFor();
    expect([...mentor.problems, ...mentee.problems]).toEqual([]);
  });

  test('with two active goals it offers, right there, which one to park', async () => {
    const pair = await newPair(belay);
    for (const title of ['Publish', 'Teach']) await goalOf(pair, title);
    await goalOf(pair, 'Lead a ward round', 'IDEA');
    const { mentor, mentee } = await openBoth(belay, browser, pair, pageOf(pair));

    await press(mentee.page, 'Begin: Lead a ward round');
    const goal = part(mentee.page, 'Goals').getByRole('listitem').filter({ hasText: 'Lead a ward round' });
    await goal.getByRole('alert').getByText('There are 2 active goals already').waitFor();
    await goal.getByText('Idea', { exact: true }).waitFor();
    await picture(mentee.page, 'dashboard-refused');
    expect(await goalsOf(pair)).toEqual(['Lead a ward round: IDEA', 'Publish: ACTIVE', 'Teach: ACTIVE']);

    await press(mentee.page, 'Park “Teach” and begin this one');
    const theirs = (title: string) =>
      part(mentor.page, 'Goals').getByRole('listitem').filter({ hasText: title });
    await theirs('Lead a ward round').getByText('Active', { exact: true }).waitFor();
    await theirs('Teach').getByText('Parked', { exact: true }).waitFor();
    expect(await goalsOf(pair)).toEqual(['Lead a ward round: ACTIVE', 'Publish: ACTIVE', 'Teach: PARKED']);
  });

  test('what is done offline shows at once, is sent once, and is taken back with words when it cannot be', async () => {
    const pair = await newPair(belay);
    const ideaId = await goalOf(pair, 'Learn to say no', 'IDEA');
    const { page, context } = await openWindow(browser, belay, pair.mentee);
    await open(page, pageOf(pair));

    await context.setOffline(true);
    await press(page, 'Add a goal');
    await page.getByLabel('What would you like to reach?').fill('Write a grant');
    await press(page, 'Write it down as an idea');
    await press(page, 'Begin: Write a grant');
    const grant = part(page, 'Goals').getByRole('listitem').filter({ hasText: 'Write a grant' });
    await grant.getByText('Active', { exact: true }).waitFor();
    await press(page, 'Begin: Learn to say no');
    await page.getByText('3 changes waiting').waitFor();
    await picture(page, 'dashboard-offline');
    await pair.mentor.mutate('retireGoal', { goalId: ideaId, reason: 'She can.' });

    await context.setOffline(false);
    const other = part(page, 'Goals').getByRole('listitem').filter({ hasText: 'Learn to say no' });
    await other.getByRole('alert').getByText('This goal is retired').waitFor();
    await other.getByText('Let go', { exact: true }).waitFor();
    await grant.getByRole('link', { name: 'Write a grant' }).waitFor();
    expect(await goalsOf(pair)).toEqual(['Learn to say no: RETIRED', 'Write a grant: ACTIVE']);
  });

  test('a mentorship that rests can be read, and offers nothing that would be refused', async () => {
    const pair = await belay.pair({ state: 'PAUSED' });
    const { page } = await openWindow(browser, belay, pair.mentee);
    await open(page, pageOf(pair));
    await page.getByText('This mentorship rests.').waitFor();
    expect(await page.getByRole('button', { name: /Add a goal|Plan a meeting/ }).count()).toBe(0);
  });
});
