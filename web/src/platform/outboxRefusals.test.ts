import { describe, expect, test } from 'vitest';
import { refusalOf } from './refusal.ts';
import { fakeServer } from './testServer.ts';
import { fakeStorage, openTab, park, parkInVain, show, shownState } from './testTab.ts';

describe('refusals', () => {
  test('a fact that stands in the way takes the change back and reaches the page', async () => {
    const server = fakeServer();
    const tab = openTab(server);
    await show(tab);
    server.line = 'down';
    const { answer } = await parkInVain(tab);
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
    const tab = openTab(server);
    const [refused, taken] = await Promise.all([park(tab, 'nowhere'), park(tab)]);
    expect(refusalOf(refused)?.message).toMatch(/nothing here/);
    expect(refusalOf(taken)).toBeNull();
  });

  test('when the session is over, the writes stay for the way back', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const before = openTab(server, storage);
    await before.outbox.open('p1');
    server.line = 'signed out';
    const signedOut = new Promise<void>((resolve) => {
      const fetchAnyway = server.fetch;
      server.fetch = async (...request) => fetchAnyway(...request).finally(() => setImmediate(resolve));
    });
    void park(before);
    await signedOut;
    expect(before.signedOut()).toBe(1);
    expect(storage.length).toBe(1);

    before.close();
    server.line = 'up';
    const after = openTab(server, storage);
    await after.outbox.open('p1');
    await after.settled();
    expect(server.goals.get('g1')?.state).toBe('PARKED');
  });
});
