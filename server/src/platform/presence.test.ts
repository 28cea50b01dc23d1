import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MovableClock, seconds } from './clock.ts';
import { createLocalDoorbell, type Doorbell } from './doorbell.ts';
import { createLog } from './log.ts';
import { createPresence, type Presence, type Present } from './presence.ts';

const ROOM = 'meeting 1';

describe('presence', () => {
  let clock: MovableClock;
  let doorbell: Doorbell;
  let here: Presence;
  let there: Presence;
  let over: AbortController;

  beforeEach(() => {
    clock = new MovableClock();
    doorbell = createLocalDoorbell(createLog('silent'));
    // Two of them on one bell are two processes.
    here = createPresence({ doorbell, clock });
    there = createPresence({ doorbell, clock });
    over = new AbortController();
  });

  afterEach(() => {
    over.abort();
    here.close();
    there.close();
  });

  const names = (present: Present[]) => present.map(({ personId }) => personId);

  /** Reads on until the room is as expected. */
  async function until(
    following: AsyncIterator<Present[]>,
    fits: (present: Present[]) => boolean,
  ): Promise<Present[]> {
    while (true) {
      const { value, done } = await following.next();
      if (done) throw new Error('The following ended.');
      if (fits(value)) return value;
    }
  }

  it('shows who is there, in every process', async () => {
    const following = there.follow(ROOM, over.signal);
    expect((await following.next()).value).toEqual([]);
    here.show(ROOM, 'ada', 'tab 1', 'READING', null);
    const present = await until(following, (people) => people.length > 0);
    const ada = { personId: 'ada', doing: 'READING', cursor: null };
    expect([present, here.snapshot(ROOM)]).toMatchObject([[ada], [ada]]);
  });

  it('tells a process that comes later who was there before', () => {
    here.show(ROOM, 'ada', 'tab 1', 'READING', null);
    const late = createPresence({ doorbell, clock });
    late.follow(ROOM, over.signal);
    expect(names(late.snapshot(ROOM))).toEqual(['ada']);
    late.close();
  });

  it('shows a person once, doing what they did last', () => {
    here.show(ROOM, 'ada', 'tab 1', 'READING', null);
    clock.advance(seconds(1));
    here.show(ROOM, 'ada', 'tab 2', 'WRITING_NOTES', 'abc');
    expect(here.snapshot(ROOM)).toMatchObject([{ personId: 'ada', doing: 'WRITING_NOTES', cursor: 'abc' }]);
    here.leave(ROOM, 'tab 2');
    expect(here.snapshot(ROOM)).toMatchObject([{ personId: 'ada', doing: 'READING' }]);
  });

  it('keeps since when somebody is there', () => {
    here.show(ROOM, 'ada', 'tab 1', 'READING', null);
    const [before] = here.snapshot(ROOM);
    clock.advance(seconds(15));
    here.show(ROOM, 'ada', 'tab 1', 'TALKING', null);
    expect(here.snapshot(ROOM)).toEqual([{ ...before, doing: 'TALKING' }]);
  });

  it('keeps rooms apart', () => {
    here.show(ROOM, 'ada', 'tab 1', 'READING', null);
    expect(there.snapshot('meeting 2')).toEqual([]);
  });

  it('forgets who left at once', async () => {
    const following = there.follow(ROOM, over.signal);
    here.show(ROOM, 'ada', 'tab 1', 'READING', null);
    await until(following, (people) => people.length === 1);
    here.leave(ROOM, 'tab 1');
    await until(following, (people) => people.length === 0);
  });

  it('forgets who gave no sign for 20 seconds', async () => {
    const following = there.follow(ROOM, over.signal);
    here.show(ROOM, 'ada', 'tab 1', 'READING', null);
    here.show(ROOM, 'ben', 'tab 2', 'READING', null);
    await until(following, (people) => people.length === 2);
    clock.advance(seconds(19));
    here.show(ROOM, 'ben', 'tab 2', 'READING', null);
    clock.advance(seconds(2));
    expect(names(await until(following, (people) => people.length === 1))).toEqual(['ben']);
  });

  it('gives a slow follower the newest state and no history', async () => {
    const following = there.follow(ROOM, over.signal);
    for (let n = 0; n < 1000; n++) here.show(ROOM, 'ada', 'tab 1', 'WRITING_NOTES', String(n));
    const last = await until(following, ([ada]) => ada?.cursor === '999');
    expect(last).toHaveLength(1);
    const quiet = following.next();
    over.abort();
    expect(await quiet).toMatchObject({ done: true });
  });

  it('tells other processes a few times, however fast somebody points', async () => {
    let messages = 0;
    doorbell.onMessage(({ topic }) => topic === 'presence.shown' && messages++);
    const following = there.follow(ROOM, over.signal);
    for (let n = 0; n < 1000; n++) here.show(ROOM, 'ada', 'tab 1', 'WRITING_NOTES', String(n));
    await until(following, ([ada]) => ada?.cursor === '999');
    expect(messages).toBeLessThanOrEqual(3);
  });

  it('ignores a cursor that is too large', () => {
    here.show(ROOM, 'ada', 'tab 1', 'WRITING_NOTES', 'x'.repeat(2049));
    expect(here.snapshot(ROOM)).toEqual([]);
  });

  it('holds only so many connections in a room', () => {
    for (let n = 0; n < 200; n++) here.show(ROOM, `person ${n}`, `tab ${n}`, 'READING', null);
    expect(here.snapshot(ROOM)).toHaveLength(64);
  });

  it('ends a follower when its signal aborts', async () => {
    const following = here.follow(ROOM, over.signal);
    await following.next();
    const waiting = following.next();
    over.abort();
    expect(await waiting).toMatchObject({ done: true });
    expect(await here.follow(ROOM, over.signal).next()).toMatchObject({ done: true });
  });
});
