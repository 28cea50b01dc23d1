import { gql } from '@urql/core';
import { afterEach, describe, expect, test } from 'vitest';
import { followStream, type StreamEvent } from './stream.ts';
import { fakeServer } from './testServer.ts';
import { fakeSockets } from './testSocket.ts';
import { openTab } from './testTab.ts';

const Events = gql<{ mentorshipEvents: StreamEvent }, { mentorshipId: string; after: number }>(
  `subscription Events($mentorshipId: ID!, $after: Int) {
    mentorshipEvents(mentorshipId: $mentorshipId, after: $after) { __typename id seq } }`,
);
const event = (seq: number) => ({ __typename: 'GoalAdded', id: `e${seq}`, seq });

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A page that follows a mentorship from an event on. */
async function followFrom(seq: number) {
  const sockets = fakeSockets();
  const tab = openTab(fakeServer(), undefined, {
    webSocketImpl: sockets.WebSocket,
    socketPause: () => 0,
  });
  const seen: number[] = [];
  const waiting = new Map<number, () => void>();
  let lost = 0;
  let onLost = () => {};
  const asked = sockets.nextAsked();
  const stop = followStream({
    client: tab.client,
    document: Events,
    variables: { mentorshipId: 'm1' },
    seq,
    onEvent: (event: StreamEvent) => {
      seen.push(event.seq);
      waiting.get(event.seq)?.();
    },
    onLost: () => {
      lost += 1;
      onLost();
    },
    pause: () => 0,
  });
  stops.push(stop);
  await asked;
  return {
    sockets,
    tab,
    seen,
    stop,
    lost: () => lost,
    isLost: () => new Promise<void>((resolve) => (onLost = resolve)),
    /** Resolves when the event has reached the page. */
    saw: (seq: number) =>
      new Promise<void>((resolve) => {
        if (seen.includes(seq)) resolve();
        waiting.set(seq, resolve);
      }),
  };
}

describe('following a stream', () => {
  test('asks for what comes after the page, and hands on each event in order', async () => {
    const { sockets, seen, saw } = await followFrom(7);
    for (const seq of [8, 9, 10]) sockets.tell(event(seq));
    await saw(10);
    expect(sockets.asked).toEqual([{ mentorshipId: 'm1', after: 7 }]);
    expect(seen).toEqual([8, 9, 10]);
  });

  test('drops what it has seen', async () => {
    const { sockets, seen, saw } = await followFrom(7);
    for (const seq of [6, 7, 8, 8, 7, 9]) sockets.tell(event(seq));
    await saw(9);
    expect(seen).toEqual([8, 9]);
  });

  test('after a cut it asks from the newest it has seen, not from where it began', async () => {
    const { sockets, seen, saw, tab } = await followFrom(7);
    for (const seq of [8, 9]) sockets.tell(event(seq));
    await saw(9);

    const asked = sockets.nextAsked();
    sockets.cut();
    expect(tab.connection.online()).toBe(false);
    await asked;
    expect(tab.connection.online()).toBe(true);
    expect(sockets.asked.at(-1)).toEqual({ mentorshipId: 'm1', after: 9 });
    sockets.tell(event(10));
    await saw(10);
    expect(seen).toEqual([8, 9, 10]);
  });

  test('after a gap it asks again from the last before it', async () => {
    const { sockets, seen, saw } = await followFrom(7);
    sockets.tell(event(8));
    await saw(8);
    const asked = sockets.nextAsked();
    sockets.tell(event(10));
    await asked;
    expect(sockets.asked.at(-1)).toEqual({ mentorshipId: 'm1', after: 8 });
    for (const seq of [9, 10]) sockets.tell(event(seq));
    await saw(10);
    expect(seen).toEqual([8, 9, 10]);
  });

  test.each(['RESYNC_REQUIRED', 'NOT_FOUND'])('%s: the page is asked to be read anew', async (code) => {
    const { sockets, lost, isLost } = await followFrom(7);
    const told = isLost();
    sockets.refuse(code);
    await told;
    expect(lost()).toBe(1);
    expect(sockets.asked).toHaveLength(1);
  });

  test('a follower that was too slow asks again', async () => {
    const { sockets, lost } = await followFrom(7);
    const asked = sockets.nextAsked();
    sockets.refuse('SLOW_FOLLOWER');
    await asked;
    expect(sockets.asked.at(-1)).toEqual({ mentorshipId: 'm1', after: 7 });
    expect(lost()).toBe(0);
  });

  test('a stream that ends without a word is asked for again', async () => {
    const { sockets } = await followFrom(7);
    const asked = sockets.nextAsked();
    sockets.complete();
    await asked;
    expect(sockets.asked).toHaveLength(2);
  });

  test('a session that is over leads to the sign-in', async () => {
    const { sockets, tab } = await followFrom(7);
    sockets.cut(4401);
    expect(tab.signedOut()).toBe(1);
  });

  test('once stopped, nothing more is handed on', async () => {
    const { sockets, seen, stop } = await followFrom(7);
    sockets.tell(event(8));
    stop();
    await new Promise(setImmediate);
    expect(seen).toEqual([]);
  });
});
