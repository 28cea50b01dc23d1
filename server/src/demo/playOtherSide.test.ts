import { setTimeout as wait } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { closedRoom, openRoom } from '../meetings/testRoom.ts';
import { createOtherSides } from './otherSides.ts';

describe('playing the other side', () => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ demo: true });
  });
  afterAll(() => belay.close());

  const tokensOf = (personId: string) =>
    belay.app.services.prisma.personalToken.findMany({
      where: { personId, name: 'The other side, played' },
    });

  /** The programs of a server of this test's own, that never wait. */
  const quickSides = () => createOtherSides({ ...belay.app, pause: () => wait(10), url: belay.url });

  it('holds it once, however often it is asked to', async () => {
    const { mentor, mentee, meetingId } = await openRoom(belay);
    const own = mentee.followOwn(0);
    const played = Array.from({ length: 4 }, () =>
      mentor.mutate('playOtherSide', { meetingId }, 'meeting { id }'),
    );
    for (const outcome of await Promise.all(played))
      expect(outcome).toMatchObject({ meeting: { id: meetingId } });
    await own.until('CredentialsChanged');
    await own.stop();
    expect(await tokensOf(mentee.id)).toMatchObject([{ revokedAt: null }]);
  });

  it('ends with the meeting, and its token with it', async () => {
    const { mentor, mentee, meetingId } = await openRoom(belay);
    const own = mentee.followOwn(0);
    quickSides().hold(meetingId, mentee.id);
    await own.until('CredentialsChanged');
    await mentor.mutate('endMeeting', { meetingId });
    await own.until('CredentialsChanged');
    await own.stop();
    expect(await tokensOf(mentee.id)).toMatchObject([{ revokedAt: expect.any(Date) }]);
  });

  it('lets go at once when the server is closed', async () => {
    const { mentee, meetingId } = await openRoom(belay);
    const own = mentee.followOwn(0);
    const sides = quickSides();
    sides.hold(meetingId, mentee.id);
    await own.until('CredentialsChanged');
    await own.stop();
    await sides.close();
    expect(await tokensOf(mentee.id)).toMatchObject([{ revokedAt: expect.any(Date) }]);
  });

  it('does nothing for a meeting that is over, that is not yours, or whose other one is real', async () => {
    const over = await closedRoom(belay);
    const outcome = await over.mentor.mutate('playOtherSide', { meetingId: over.meetingId });
    expect(outcome.__typename).toBe('MeetingNotInState');
    const stranger = await belay.person();
    expect(await stranger.refusal('playOtherSide', { meetingId: over.meetingId })).toBe('NOT_FOUND');
    expect(await stranger.refusal('playOtherSide', { meetingId: uuidv7() })).toBe('NOT_FOUND');
    const real = await belay.person({ email: `somebody${uuidv7()}@hospital.test` });
    const room = await openRoom(belay, await belay.pair({ mentee: real }));
    expect(await room.mentor.refusal('playOtherSide', { meetingId: room.meetingId })).toBe('NOT_FOUND');
    expect(await tokensOf(real.id)).toEqual([]);
  });
});

describe('outside of demonstrations', () => {
  it('nobody plays', async () => {
    const belay = await startBelay();
    const { mentor, meetingId } = await openRoom(belay);
    expect(await mentor.refusal('playOtherSide', { meetingId })).toBe('NOT_FOUND');
    await belay.close();
  });
});
