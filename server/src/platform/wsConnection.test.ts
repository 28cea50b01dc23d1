import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { days } from './clock.ts';
import { RawSocket } from './testRawSocket.ts';
import { OURS, type ServedSockets, serveSockets } from './testSockets.ts';

describe('a socket closes with', () => {
  let served: ServedSockets;

  beforeEach(async () => {
    served = await serveSockets();
  });
  afterEach(() => served.close());

  const garbage: Record<string, string | Buffer> = {
    'no JSON': '{',
    'a list': '[]',
    null: 'null',
    'an unknown type': '{"type":"hello"}',
    'no id': '{"type":"subscribe","payload":{"query":"{ me }"}}',
    'an endless id': JSON.stringify({
      type: 'subscribe',
      id: 'x'.repeat(500),
      payload: { query: '{ me }' },
    }),
    'no query': '{"type":"subscribe","id":"1","payload":{}}',
    'variables that are a list': '{"type":"subscribe","id":"1","payload":{"query":"{ me }","variables":[]}}',
    'a payload that is text': '{"type":"connection_init","payload":"x"}',
    'binary data': Buffer.from('{"type":"ping"}'),
  };
  it.each(Object.entries(garbage))('4400 after %s', async (_name, data) => {
    const raw = served.connect();
    await raw.opened();
    raw.socket.send(data);
    expect(await raw.closed).toBe(4400);
  });

  it('4401 when an operation comes before the greeting', async () => {
    const raw = served.connect();
    await raw.opened();
    raw.subscribe('1', '{ me }');
    expect(await raw.closed).toBe(4401);
  });

  it.each([{ authorization: 'Bearer nobody' }, { authorization: 7 }, {}])('4401 for %j', async (payload) => {
    const raw = served.connect();
    await raw.opened();
    raw.say({ type: 'connection_init', payload });
    expect(await raw.closed).toBe(4401);
  });

  it('4406 without the protocol', async () => {
    expect(await new RawSocket(new WebSocket(served.url)).closed).toBe(4406);
  });

  it('4408 when nobody greets', async () => {
    await served.close();
    served = await serveSockets({ initTimeout: 50 });
    expect(await served.connect().closed).toBe(4408);
  });

  it('4409 when an id is used twice at once', async () => {
    const raw = await served.connectAs('ada');
    raw.subscribe('1', 'subscription { forever }');
    raw.subscribe('1', '{ me }');
    expect(await raw.closed).toBe(4409);
  });

  it('4429 after a second greeting', async () => {
    const raw = await served.connectAs('ada');
    raw.say({ type: 'connection_init' });
    expect(await raw.closed).toBe(4429);
  });

  it('1009 after more than 256 kB', async () => {
    const raw = await served.connectAs('ada');
    raw.say({ type: 'ping', payload: { text: 'x'.repeat(300_000) } });
    expect(await raw.closed).toBe(1009);
  });

  it('1013, to resume, when a follower is too slow', async () => {
    const raw = await served.connectAs('ada');
    raw.subscribe('1', 'subscription { tooSlow }');
    expect(await raw.closed).toBe(1013);
    expect(raw.frames.at(-1)).toMatchObject({
      payload: { errors: [{ extensions: { code: 'SLOW_FOLLOWER' } }] },
    });
  });

  it('1013, without a word on why, when a source breaks', async () => {
    const raw = await served.connectAs('ada');
    raw.subscribe('1', 'subscription { broken }');
    expect(await raw.closed).toBe(1013);
    expect(JSON.stringify(raw.frames)).not.toContain('secret');
  });

  it('1012 when the server drains', async () => {
    const raw = await served.connectAs('ada');
    await served.sockets.close();
    expect(await raw.closed).toBe(1012);
    expect(await served.connect().refused()).toBe(503);
  });

  it('4401 when somebody asks who may ask no more', async () => {
    const raw = await served.connectAs('ada');
    served.rules.mayAsk = false;
    raw.subscribe('1', '{ me }');
    expect(await raw.closed).toBe(4401);
    expect(raw.frames).toHaveLength(1);
  });

  it('4401 after an event for somebody who may ask no more', async () => {
    const raw = await served.connectAs('ada');
    raw.subscribe('1', 'subscription { count(to: 1) }');
    served.rules.mayFollow = false;
    expect(await raw.closed).toBe(4401);
    expect(raw.frames.at(-1)).toMatchObject({
      payload: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] },
    });
  });

  it('1006, without a word, when nobody answers its pings', async () => {
    await served.close();
    served = await serveSockets({ pingEvery: 500 });
    const dead = served.connect({ autoPong: false });
    const alive = await served.connectAs('ada');
    expect(await dead.closed).toBe(1006);
    alive.subscribe('1', '{ me }');
    expect(await alive.next()).toMatchObject({ payload: { data: { me: 'ada' } } });
  });

  it('4401 when its credential ends, and only then', async () => {
    const [ada, ben] = [await served.connectAs('ada'), await served.connectAs('ben')];
    served.sockets.endCredentials(['credential of ada']);
    expect(await ada.closed).toBe(4401);
    ben.subscribe('1', '{ me }');
    expect(await ben.next()).toMatchObject({ payload: { data: { me: 'ben' } } });
  });

  it('4401 when its credential expires', async () => {
    const raw = await served.connectAs('ada');
    served.clock.advance(days(1));
    expect(await raw.closed).toBe(4401);
  });
});

describe('sockets let in', () => {
  let served: ServedSockets;

  beforeEach(async () => {
    served = await serveSockets();
  });
  afterEach(() => served.close());

  it('a page of ours with its cookies', async () => {
    const raw = served.connect({ origin: OURS, headers: { cookie: 'ada' } });
    await raw.opened();
    raw.say({ type: 'connection_init' });
    expect(await raw.next()).toEqual({ type: 'connection_ack' });
  });

  it('no page of somebody else', async () => {
    expect(await served.connect({ origin: 'http://other.test', headers: { cookie: 'ada' } }).refused()).toBe(
      403,
    );
  });

  it('no cookies without an origin', async () => {
    const raw = served.connect({ headers: { cookie: 'ada' } });
    await raw.opened();
    raw.say({ type: 'connection_init' });
    expect(await raw.closed).toBe(4401);
  });

  it('nobody at another path', async () => {
    expect(await new RawSocket(new WebSocket(`${served.url}/other`, 'graphql-transport-ws')).refused()).toBe(
      404,
    );
  });

  it('so many sockets of one person, and more when one has closed', async () => {
    const [first] = [
      await served.connectAs('ada'),
      await served.connectAs('ada'),
      await served.connectAs('ada'),
    ];
    const fourth = served.connect();
    await fourth.opened();
    fourth.say({ type: 'connection_init', payload: { authorization: 'Bearer ada' } });
    expect(await fourth.closed).toBe(1013);
    first?.socket.close();
    await first?.closed;
    await served.connectAs('ada');
  });

  it('so many strangers from one address', async () => {
    const strangers = Array.from({ length: 5 }, () => served.connect());
    await Promise.all(strangers.map((stranger) => stranger.opened()));
    expect(await served.connect().refused()).toBe(429);
  });

  it('a hundred operations at once and no more', async () => {
    const raw = await served.connectAs('ada');
    for (let n = 1; n <= 101; n++) raw.subscribe(String(n), 'subscription { forever }');
    expect(await raw.next()).toMatchObject({
      id: '101',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
  });
});
