import { afterEach, describe, expect, test } from 'vitest';
import { newId } from './newIds.ts';
import { refusalOf } from './refusal.ts';
import {
  ActivateGoal,
  AddGoal,
  type FakeServer,
  fakeServer,
  fakeStorage,
  GoalQuery,
  type Line,
  openTab,
  ParkGoal,
  type Tab,
} from './testNetwork.ts';

const open: Tab[] = [];
afterEach(() => {
  for (const tab of open.splice(0)) tab.close();
});

function tabOf(server: FakeServer, storage = fakeStorage()): Tab {
  const tab = openTab(server, storage);
  open.push(tab);
  return tab;
}

const park = (tab: Tab, goalId = 'g1') => tab.client.mutation(ParkGoal, { input: { goalId } }).toPromise();
const activate = (tab: Tab, goalId = 'g1') =>
  tab.client.mutation(ActivateGoal, { input: { goalId } }).toPromise();
const shownState = (tab: Tab) => tab.client.readQuery(GoalQuery, { id: 'g1' })?.data?.goal.state;
const kept = (storage: Storage) => Array.from({ length: storage.length }, (_, i) => storage.key(i));

/** A page that shows the goal. */
async function show(tab: Tab): Promise<void> {
  await new Promise<void>((resolve) => {
    tab.client.query(GoalQuery, { id: 'g1' }).subscribe((result) => result.data && resolve());
  });
}

describe('with the server there', () => {
  test('a write is named, sent once, answered, and nothing is left behind', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const tab = tabOf(server, storage);
    await tab.outbox.open('p1');

    const { data } = await park(tab);

    expect(data.parkGoal.goal.state).toBe('PARKED');
    expect(server.sent).toHaveLength(1);
    expect(server.sent[0]?.opId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(kept(storage)).toEqual([]);
  });

  test('writes leave one by one, in the order they were made', async () => {
    const server = fakeServer();
    const tab = tabOf(server);
    const answers = await Promise.all([park(tab), activate(tab), park(tab), activate(tab)]);

    expect(answers.map(refusalOf)).toEqual([null, null, null, null]);
    expect(server.sent.map(({ mutation }) => mutation)).toEqual([
      'parkGoal',
      'activateGoal',
      'parkGoal',
      'activateGoal',
    ]);
  });

  test('a name given by the page is kept', async () => {
    const server = fakeServer();
    const tab = tabOf(server);
    await tab.client.mutation(ParkGoal, { input: { goalId: 'g1', opId: 'mine' } }).toPromise();
    expect(server.sent[0]?.opId).toBe('mine');
  });
});

describe('with the server away', () => {
  const away: Line[] = ['down', 'lost answer', 'half an answer', 'bad gateway', 'login page', 'busy'];

  test.each(away)(
    '%s: the write is kept, shown as done, and counts once when the line is back',
    async (line) => {
      const server = fakeServer();
      const storage = fakeStorage();
      const tab = tabOf(server, storage);
      await tab.outbox.open('p1');
      await show(tab);
      server.line = line;

      const turnedBack = tab.turnedBack();
      const answer = park(tab);
      await turnedBack;
      expect(tab.outbox.waiting()).toBe(1);
      expect(kept(storage)).toHaveLength(1);
      expect(shownState(tab)).toBe('PARKED');

      server.line = 'up';
      tab.retry();
      expect(refusalOf(await answer)).toBeNull();
      expect(server.done).toHaveLength(1);
      expect(new Set(server.sent.map(({ opId }) => opId)).size).toBe(1);
      expect(shownState(tab)).toBe('PARKED');
      expect(kept(storage)).toEqual([]);
    },
  );

  test('what is done meanwhile waits behind it, and leaves in order', async () => {
    const server = fakeServer();
    const tab = tabOf(server);
    server.line = 'down';
    const turnedBack = tab.turnedBack();
    const answers = [park(tab), activate(tab), park(tab)];
    await turnedBack;
    expect(server.sent).toHaveLength(1);
    expect(tab.outbox.waiting()).toBe(3);

    server.line = 'up';
    tab.retry();
    await Promise.all(answers);
    expect(server.goals.get('g1')?.state).toBe('PARKED');
    expect(server.sent.map(({ mutation }) => mutation)).toEqual([
      'parkGoal',
      'parkGoal',
      'activateGoal',
      'parkGoal',
    ]);
  });

  test('the page is told that the line is cut, and that it is back', async () => {
    const server = fakeServer();
    const tab = tabOf(server);
    server.line = 'down';
    const turnedBack = tab.turnedBack();
    const answer = park(tab);
    await turnedBack;
    expect(tab.connection.online()).toBe(false);

    server.line = 'up';
    tab.networkIs('back');
    await answer;
    expect(tab.connection.online()).toBe(true);
  });

  test('any sign of life sends what waits', async () => {
    const server = fakeServer();
    const tab = tabOf(server);
    server.line = 'down';
    const turnedBack = tab.turnedBack();
    const answer = park(tab);
    await turnedBack;

    server.line = 'up';
    await show(tab);
    expect(refusalOf(await answer)).toBeNull();
  });

  test('a write that wants its answer now is told at once, and is not kept', async () => {
    const server = fakeServer();
    const tab = tabOf(server);
    server.line = 'down';
    const { error } = await tab.client
      .mutation(ParkGoal, { input: { goalId: 'g1' } }, { keep: false })
      .toPromise();
    expect(error?.networkError).toBeDefined();
    expect(tab.outbox.waiting()).toBe(0);
  });

  test('a later write may speak of what an earlier one makes', async () => {
    const server = fakeServer();
    const tab = tabOf(server);
    server.line = 'down';
    const turnedBack = tab.turnedBack();
    const made = tab.client
      .mutation(AddGoal, { input: { mentorshipId: 'm1', title: 'Teach', opId: 'op' } })
      .toPromise();
    const used = park(tab, newId('op'));
    await turnedBack;

    server.line = 'up';
    tab.retry();
    const { data } = await made;
    await used;
    expect(server.sent.at(-1)).toMatchObject({ mutation: 'parkGoal', goalId: data.addGoal.goal.id });
  });
});

describe('refusals', () => {
  test('a fact that stands in the way takes the change back and reaches the page', async () => {
    const server = fakeServer();
    const tab = tabOf(server);
    await show(tab);
    server.line = 'down';
    const turnedBack = tab.turnedBack();
    const answer = park(tab);
    await turnedBack;
    expect(shownState(tab)).toBe('PARKED');

    server.goals.set('g1', { title: 'Write the paper', state: 'ACHIEVED' });
    server.line = 'up';
    tab.retry();

    expect(refusalOf(await answer)).toEqual({ fact: 'GoalNotInState', message: 'It is not in that state.' });
    expect(shownState(tab)).toBe('ACTIVE');
    expect(tab.outbox.waiting()).toBe(0);
    expect(tab.notices).toEqual([]);
  });

  test('a refused write does not hold up the next', async () => {
    const server = fakeServer();
    const tab = tabOf(server);
    const [refused, taken] = await Promise.all([park(tab, 'nowhere'), park(tab)]);
    expect(refusalOf(refused)?.message).toMatch(/nothing here/);
    expect(refusalOf(taken)).toBeNull();
  });

  test('when the session is over, the writes stay for the way back', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const before = tabOf(server, storage);
    await before.outbox.open('p1');
    server.line = 'signed out';
    const signedOut = new Promise<void>((resolve) => {
      const fetchAnyway = server.fetch;
      server.fetch = async (...request) => fetchAnyway(...request).finally(() => setImmediate(resolve));
    });
    void park(before);
    await signedOut;
    expect(before.signedOut()).toBe(1);
    expect(kept(storage)).toHaveLength(1);

    before.close();
    server.line = 'up';
    const after = tabOf(server, storage);
    await after.outbox.open('p1');
    await after.settled();
    expect(server.goals.get('g1')?.state).toBe('PARKED');
  });
});
