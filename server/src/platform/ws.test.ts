import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type ServedSockets, serveSockets, sources } from './testSockets.ts';

describe('a socket speaks graphql-transport-ws', () => {
  let served: ServedSockets;

  beforeEach(async () => {
    served = await serveSockets();
  });
  afterEach(() => served.close());

  it('with the client of graphql-ws', async () => {
    const client = createClient({
      url: served.url,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: 'Bearer ada' },
      retryAttempts: 0,
    });
    const counts: unknown[] = [];
    for await (const { data } of client.iterate({ query: 'subscription { count(to: 3) }' }))
      counts.push(data);
    expect(counts).toEqual([{ count: 1 }, { count: 2 }, { count: 3 }]);
    await client.dispose();
  });

  it('for queries and mutations', async () => {
    const raw = await served.connectAs('ada');
    raw.subscribe('1', '{ me }');
    expect(await raw.next()).toEqual({ id: '1', type: 'next', payload: { data: { me: 'ada' } } });
    expect(await raw.next()).toEqual({ id: '1', type: 'complete' });
    raw.subscribe('2', 'mutation ($text: String!) { say(text: $text) }', { text: 'hello "you"' });
    expect(await raw.next()).toMatchObject({ id: '2', payload: { data: { say: 'hello "you"' } } });
  });

  it('answers a ping', async () => {
    const raw = await served.connectAs('ada');
    raw.say({ type: 'ping', payload: { n: 1 } });
    expect(await raw.next()).toEqual({ type: 'pong', payload: { n: 1 } });
  });

  it('waits for a client that does not read, and serves the others', async () => {
    const [slow, quick] = [await served.connectAs('ada'), await served.connectAs('ben')];
    slow.socket.pause();
    slow.subscribe('1', 'subscription { flood }');
    let before = -1;
    for (let n = 0; sources.flooded !== before; n++) {
      before = sources.flooded;
      for (let turn = 0; turn < 20; turn++) {
        quick.subscribe(`${n} ${turn}`, '{ me }');
        await quick.until(({ type }) => type === 'complete');
      }
    }
    expect(sources.flooded).toBeLessThan(400);
    slow.socket.resume();
    while (slow.frames.length < before + 10) await slow.next();
    slow.socket.terminate();
  });

  it('does not read what is said by a client that does not read', async () => {
    const raw = await served.connectAs('ada');
    raw.socket.pause();
    const text = 'x'.repeat(100_000);
    let sent = 0;
    // As long as the server reads, the system takes what is written.
    while (raw.socket.bufferedAmount < 1_000_000 && sent < 10_000) {
      raw.say({ type: 'ping', payload: { text } });
      sent++;
      await nextTurn();
    }
    expect(sent).toBeLessThan(10_000);
    raw.socket.resume();
    while (raw.frames.length <= sent) await raw.next();
  });

  it('tells what is wrong with an operation, and goes on', async () => {
    const raw = await served.connectAs('ada');
    raw.subscribe('1', '{ nothing }');
    expect(await raw.next()).toMatchObject({ id: '1', type: 'error', payload: [{ message: /nothing/ }] });
    raw.subscribe('1', '{ me');
    expect(await raw.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ message: /Syntax Error/ }],
    });
    raw.subscribe('1', 'query a { me } query b { me }');
    expect(await raw.next()).toMatchObject({
      id: '1',
      type: 'error',
      payload: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }],
    });
    raw.subscribe('1', '{ me }');
    expect(await raw.next()).toMatchObject({ payload: { data: { me: 'ada' } } });
  });

  it('frees what a subscription waits for when it is completed', async () => {
    const raw = await served.connectAs('ada');
    raw.subscribe('1', 'subscription { forever }');
    raw.subscribe('2', '{ me }');
    await raw.next();
    expect(sources.waiting).toBe(1);
    raw.say({ type: 'complete', id: '1' });
    raw.subscribe('3', '{ me }');
    await raw.until(({ id }) => id === '3');
    expect([sources.waiting, served.subscriptions.count()]).toEqual([0, 0]);
  });

  it('lets an id be used anew as soon as it is completed', async () => {
    const raw = await served.connectAs('ada');
    raw.subscribe('1', 'subscription { forever }');
    raw.say({ type: 'complete', id: '1' });
    raw.subscribe('1', 'subscription { count(to: 3) }');
    await raw.until(({ type }) => type === 'complete');
    expect(raw.frames.slice(1)).toEqual([
      { id: '1', type: 'next', payload: { data: { count: 1 } } },
      { id: '1', type: 'next', payload: { data: { count: 2 } } },
      { id: '1', type: 'next', payload: { data: { count: 3 } } },
      { id: '1', type: 'complete' },
    ]);
    expect([sources.waiting, served.subscriptions.count()]).toEqual([0, 0]);
  });

  it('frees what its subscriptions wait for when it closes', async () => {
    const raw = await served.connectAs('ada');
    raw.subscribe('1', 'subscription { forever }');
    raw.subscribe('2', '{ me }');
    await raw.next();
    raw.socket.terminate();
    await raw.closed;
    await served.connectAs('ada');
    expect([sources.waiting, served.subscriptions.count(), served.sockets.count()]).toEqual([0, 0, 1]);
  });
});
