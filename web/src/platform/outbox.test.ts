import { describe, expect, test } from 'vitest';
import { newId } from './newIds.ts';
import { refusalOf } from './refusal.ts';
import { fakeServer, type Line } from './testServer.ts';
import {
  ActivateGoal,
  AddGoal,
  fakeStorage,
  openTab,
  ParkGoal,
  park,
  parkInVain,
  show,
  shownState,
  type Tab,
} from './testTab.ts';

const activate = (tab: Tab) => tab.client.mutation(ActivateGoal, { input: { goalId: 'g1' } }).toPromise();

describe('with the server there', () => {
  test('a write is named, sent once, answered, and nothing is left behind', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const tab = openTab(server, storage);
    await tab.outbox.open('p1');

    const { data } = await park(tab);

    expect(data.parkGoal.goal.state).toBe('PARKED');
    expect(server.sent).toHaveLength(1);
    expect(server.sent[0]?.opId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    expect(storage.length).toBe(0);
  });

  test('writes leave one by one, in the order they were made', async () => {
    const server = fakeServer();
    const tab = openTab(server);
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
    const tab = openTab(server);
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
      const tab = openTab(server, storage);
      await tab.outbox.open('p1');
      await show(tab);
      server.line = line;

      const turnedBack = tab.turnedBack();
      const answer = park(tab);
      await turnedBack;
      expect(tab.outbox.waiting()).toBe(1);
      expect(storage.length).toBe(1);
      expect(shownState(tab)).toBe('PARKED');

      server.line = 'up';
      tab.retry();
      expect(refusalOf(await answer)).toBeNull();
      expect(server.done).toHaveLength(1);
      expect(new Set(server.sent.map(({ opId }) => opId)).size).toBe(1);
      expect(shownState(tab)).toBe('PARKED');
      expect(storage.length).toBe(0);
    },
  );

  test('what is done meanwhile waits behind it, and leaves in order', async () => {
    const server = fakeServer();
    const tab = openTab(server);
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
    const tab = openTab(server);
    server.line = 'down';
    const { answer } = await parkInVain(tab);
    expect(tab.connection.online()).toBe(false);

    server.line = 'up';
    tab.networkIs('back');
    await answer;
    expect(tab.connection.online()).toBe(true);
  });

  test('any sign of life sends what waits', async () => {
    const server = fakeServer();
    const tab = openTab(server);
    server.line = 'down';
    const { answer } = await parkInVain(tab);

    server.line = 'up';
    await show(tab);
    expect(refusalOf(await answer)).toBeNull();
  });

  test('a write that wants its answer now is told at once, and is not kept', async () => {
    const server = fakeServer();
    const tab = openTab(server);
    server.line = 'down';
    const { error } = await tab.client
      .mutation(ParkGoal, { input: { goalId: 'g1' } }, { keep: false })
      .toPromise();
    expect(error?.networkError).toBeDefined();
    expect(tab.outbox.waiting()).toBe(0);
  });

  test('a later write may speak of what an earlier one makes', async () => {
    const server = fakeServer();
    const tab = openTab(server);
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
