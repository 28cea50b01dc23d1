import { describe, expect, test } from 'vitest';
import { type FakeServer, fakeServer } from './testServer.ts';
import { fakeStorage, openTab, parkInVain, show, shownState, type Tab } from './testTab.ts';

async function tabOf(server: FakeServer, storage: Storage, person = 'p1'): Promise<Tab> {
  const tab = openTab(server, storage);
  await tab.outbox.open(person);
  return tab;
}

describe('a reload', () => {
  test('what waited is taken up, shown as done, and sent once', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const before = await tabOf(server, storage);
    server.line = 'down';
    await parkInVain(before);
    before.close();

    const after = openTab(server, storage);
    server.line = 'up';
    await show(after);
    server.line = 'down';
    const turnedBack = after.turnedBack();
    await after.outbox.open('p1');
    await turnedBack;
    expect(shownState(after)).toBe('PARKED');

    server.line = 'up';
    after.retry();
    await after.settled();
    expect(server.done).toHaveLength(1);
    expect(server.goals.get('g1')?.state).toBe('PARKED');
    expect(storage.length).toBe(0);
  });

  test('cut after the server had done it: the repeat carries the same name and changes nothing twice', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const before = await tabOf(server, storage);
    server.line = 'lost answer';
    await parkInVain(before);
    before.close();

    server.line = 'up';
    const after = await tabOf(server, storage);
    await after.settled();
    expect(server.sent.map(({ opId }) => opId)).toEqual([server.done[0], server.done[0]]);
    expect(after.notices).toEqual([]);
  });

  test('a refusal that no page waits for is told in a notice', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const before = await tabOf(server, storage);
    server.line = 'down';
    await parkInVain(before);
    before.close();

    server.goals.set('g1', { title: 'Write the paper', state: 'ACHIEVED' });
    server.line = 'up';
    const after = await tabOf(server, storage);
    await after.settled();
    expect(after.notices).toEqual(['A change made earlier could not be kept. It is not in that state.']);
    expect(storage.length).toBe(0);
  });

  test('a write that is older than the server’s memory is not sent, and that is said', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const write = { opId: 'old', query: 'mutation { x }', variables: {}, at: Date.now() - 25 * 3_600_000 };
    storage.setItem('belay.outbox/p1/gone/old', JSON.stringify(write));
    const tab = await tabOf(server, storage);
    expect(server.sent).toEqual([]);
    expect(tab.notices).toHaveLength(1);
    expect(storage.length).toBe(0);
  });

  test('what cannot be read is passed over', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    storage.setItem('belay.outbox/p1/gone/x', '{"half":');
    const tab = await tabOf(server, storage);
    expect(tab.outbox.waiting()).toBe(0);
  });
});

describe('two tabs', () => {
  test('each sends its own, and neither the other’s', async () => {
    const server = fakeServer();
    server.goals.set('g2', { title: 'Teach', state: 'ACTIVE' });
    const storage = fakeStorage();
    const [one, two] = [await tabOf(server, storage), await tabOf(server, storage)];
    server.line = 'down';
    await parkInVain(one, 'g1');
    await parkInVain(two, 'g2');

    server.line = 'up';
    one.networkIs('back');
    two.networkIs('back');
    await Promise.all([one.settled(), two.settled()]);
    expect(server.done).toHaveLength(2);
    expect(server.sent).toHaveLength(4);
  });

  test('what a closed tab left goes to one of the others only', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const closed = await tabOf(server, storage);
    server.line = 'down';
    await parkInVain(closed);
    closed.close();

    server.line = 'up';
    server.sent.length = 0;
    const [one, two] = await Promise.all([tabOf(server, storage), tabOf(server, storage)]);
    await Promise.all([one.settled(), two.settled()]);
    expect(server.sent).toHaveLength(1);
    expect(server.done).toHaveLength(1);
  });
});

describe('whose it is', () => {
  test('another person on the same device sends nothing of the first', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const first = await tabOf(server, storage, 'p1');
    server.line = 'down';
    await parkInVain(first);
    first.close();

    server.line = 'up';
    server.sent.length = 0;
    const second = await tabOf(server, storage, 'p2');
    await second.settled();
    expect(server.sent).toEqual([]);

    second.close();
    const again = await tabOf(server, storage, 'p1');
    await again.settled();
    expect(server.done).toHaveLength(1);
  });

  test('signing out leaves nothing behind', async () => {
    const server = fakeServer();
    const storage = fakeStorage();
    const tab = await tabOf(server, storage);
    server.line = 'down';
    await parkInVain(tab);

    tab.outbox.clear();
    server.line = 'up';
    tab.retry();
    expect(storage.length).toBe(0);
    expect(tab.outbox.waiting()).toBe(0);
    expect(server.done).toEqual([]);
  });
});
