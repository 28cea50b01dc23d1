import type { Browser, Page } from 'playwright-core';
import type { Actor } from '../harness/actor.ts';
import type { Belay } from '../harness/belay.ts';
import { type BrowserWindow, openWindow } from '../harness/browser.ts';
import type { Pair } from '../harness/story.ts';

export type PairWindows = { pair: Pair; mentor: BrowserWindow; mentee: BrowserWindow };

/** Two who have just begun: Ruth in New York mentors Nia in Zürich. */
export async function newPair(belay: Belay): Promise<Pair> {
  return belay.pair({
    mentor: await belay.person({ name: 'Ruth Amsel', zone: 'America/New_York' }),
    mentee: await belay.person({ name: 'Nia Brandt' }),
  });
}

/** The same page in a window of each of the two, once its heading stands there. */
export async function openBoth(
  belay: Belay,
  browser: Browser,
  pair: Pair,
  path: string,
): Promise<PairWindows> {
  const mentor = await openWindow(browser, belay, pair.mentor, { zone: 'America/New_York' });
  const mentee = await openWindow(browser, belay, pair.mentee);
  await Promise.all([open(mentor.page, path), open(mentee.page, path)]);
  return { pair, mentor, mentee };
}

/** Goes there, and waits until the page stands. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** A goal of the pair, as an idea or active. */
export async function goalOf(
  { mentee, mentorshipId }: Pair,
  title: string,
  state: 'IDEA' | 'ACTIVE' = 'ACTIVE',
) {
  const { goal } = await mentee.mutate<{ goal: { id: string } }>(
    'addGoal',
    { mentorshipId, title },
    'goal { id }',
  );
  if (state === 'ACTIVE') await mentee.mutate('activateGoal', { goalId: goal.id });
  return goal.id;
}

/** A meeting of the pair, so many days from now. */
export async function meetingOf({ mentor, mentorshipId }: Pair, belay: Belay, days: number) {
  const { meeting } = await mentor.mutate<{ meeting: { id: string } }>(
    'planMeeting',
    {
      mentorshipId,
      minutes: 45,
      zone: 'Europe/Zurich',
      objective: 'Decide on the journal',
      startsAt: new Date(belay.clock.now().getTime() + days * 86_400_000),
    },
    'meeting { id }',
  );
  return meeting.id;
}

/** Both say what helped; it opens for both. */
export async function sealBoth({ mentor, mentee }: Pair, meetingId: string, trust: number): Promise<void> {
  for (const person of [mentor, mentee]) await seal(person, meetingId, trust);
}

const OTHERS = ['RESPECT', 'OPENNESS', 'RESPONSIBILITY', 'APPRECIATION', 'MUTUAL_BENEFIT'];

async function seal(person: Actor, meetingId: string, trust: number): Promise<void> {
  const { meeting } = await person.query<{ meeting: { exchange: { id: string } } }>(
    'query($id: ID!) { meeting(id: $id) { exchange { id } } }',
    { id: meetingId },
  );
  await person.mutate('sealExchange', {
    exchangeId: meeting.exchange.id,
    helped: 'The plain words',
    change: 'Fewer topics',
    strength: 'Patience',
    ratings: [{ principle: 'TRUST', value: trust }, ...OTHERS.map((principle) => ({ principle, value: 4 }))],
  });
}

export const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
/** Whatever is said to a screen reader. */
export const news = (page: Page) => page.getByRole('log', { name: 'News' });
