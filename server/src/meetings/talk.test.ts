import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { testDatabaseKinds } from '../platform/testDatabase.ts';
import { MAX_QUESTIONS } from './contentLimits.ts';
import { headOf, openRoom, planRoom, type Room, readMeeting } from './testRoom.ts';

type Talk = {
  talking: { person: { id: string }; endedAt: string | null } | null;
  talkShares: { person: { id: string }; seconds: number }[];
};
const TALK = 'talking { person { id } endedAt } talkShares { person { id } seconds }';

describe.each(testDatabaseKinds)('talking, on %s', (database) => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ database });
  });
  afterAll(() => belay.close());

  const talk = ({ mentee, meetingId }: Room) => readMeeting<Talk>(mentee, meetingId, TALK);

  it('goes from one to the other by tap, and both see who talks and for how long', async () => {
    const room = await openRoom(belay);
    const { mentor, mentee, meetingId } = room;
    const followed = mentee.follow(
      room.mentorshipId,
      await headOf(room),
      '... on TalkTurnStarted { turn { person { id } endedAt } } ... on TalkTurnEnded { turn { person { id } } }',
    );
    await mentor.mutate('startTalking', { meetingId });
    expect(await followed.next()).toMatchObject({
      __typename: 'TalkTurnStarted',
      turn: { person: { id: mentor.id }, endedAt: null },
    });
    belay.clock.advance(60_000);
    await mentee.mutate('startTalking', { meetingId });
    expect(await followed.next()).toMatchObject({
      __typename: 'TalkTurnEnded',
      turn: { person: { id: mentor.id } },
    });
    expect(await followed.next()).toMatchObject({
      __typename: 'TalkTurnStarted',
      turn: { person: { id: mentee.id } },
    });
    await followed.stop();
    belay.clock.advance(30_000);
    const during = await talk(room);
    expect(during.talking).toMatchObject({ person: { id: mentee.id } });
    expect(during.talkShares.map(({ person }) => person.id)).toEqual([mentor.id, mentee.id]);
    expect(during.talkShares[0]?.seconds).toBeGreaterThanOrEqual(60);
    expect(during.talkShares[0]?.seconds).toBeLessThan(70);
    expect(during.talkShares[1]?.seconds).toBe(0);
    await mentee.mutate('stopTalking', { meetingId });
    const after = await talk(room);
    expect(after.talking).toBeNull();
    expect(after.talkShares[1]?.seconds).toBeGreaterThanOrEqual(30);
  });

  it('has one speaker at a time, however many tap at once', async () => {
    const room = await openRoom(belay);
    const taps = Array.from({ length: 10 }, (_, n) =>
      (n % 2 ? room.mentor : room.mentee).mutate('startTalking', { meetingId: room.meetingId }),
    );
    for (const { __typename } of await Promise.all(taps)) expect(__typename).toBe('StartTalkingPayload');
    const { prisma } = belay.app.services;
    expect(await prisma.talkTurn.count({ where: { meetingId: room.meetingId, endedAt: null } })).toBe(1);
    const turns = await prisma.talkTurn.count({ where: { meetingId: room.meetingId } });
    const started = { streamId: room.mentorshipId, type: 'TalkTurnStarted' };
    expect(await prisma.streamEvent.count({ where: started })).toBe(turns);
  });

  it('holds one speaker in the database too', async () => {
    const room = await openRoom(belay);
    await room.mentor.mutate('startTalking', { meetingId: room.meetingId });
    const { prisma, clock } = belay.app.services;
    const turn = { meetingId: room.meetingId, personId: room.mentee.id, startedAt: clock.now() };
    await expect(prisma.talkTurn.create({ data: { id: crypto.randomUUID(), ...turn } })).rejects.toThrow();
  });

  it('changes nothing for whoever talks already, or stops without a turn', async () => {
    const room = await openRoom(belay);
    await room.mentor.mutate('startTalking', { meetingId: room.meetingId });
    const before = await headOf(room);
    await room.mentor.mutate('startTalking', { meetingId: room.meetingId });
    await room.mentee.mutate('stopTalking', { meetingId: room.meetingId });
    expect(await headOf(room)).toBe(before);
    expect(await talk(room)).toMatchObject({ talking: { person: { id: room.mentor.id } } });
  });

  it('stops when the meeting is interrupted or ends, and does not begin then', async () => {
    const room = await openRoom(belay);
    const { mentor, mentee, meetingId } = room;
    await mentee.mutate('startTalking', { meetingId });
    await mentor.mutate('interruptMeeting', { meetingId });
    expect(await talk(room)).toMatchObject({ talking: null });
    expect((await mentee.mutate('startTalking', { meetingId })).__typename).toBe('MeetingNotInState');
    await mentor.mutate('resumeMeeting', { meetingId });
    await mentee.mutate('startTalking', { meetingId });
    await mentor.mutate('endMeeting', { meetingId });
    expect(await talk(room)).toMatchObject({ talking: null });
    for (const name of ['startTalking', 'stopTalking', 'countQuestion']) {
      expect((await mentee.mutate(name, { meetingId })).__typename).toBe('MeetingNotInState');
    }
  });
});

describe('clarifying questions', () => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay();
  });
  afterAll(() => belay.close());

  const COUNTS = 'questionCounts { person { id } count }';

  it('are counted for each of the two, and a tap that was sent twice counts once', async () => {
    const room = await openRoom(belay);
    const { mentor, mentee, meetingId } = room;
    const followed = mentee.follow(
      room.mentorshipId,
      await headOf(room),
      '... on QuestionCounted { count person { id } }',
    );
    await mentor.mutate('countQuestion', { meetingId, opId: 'q1' });
    await mentor.mutate('countQuestion', { meetingId, opId: 'q1' });
    await mentor.mutate('countQuestion', { meetingId, opId: 'q2' });
    await mentee.mutate('countQuestion', { meetingId });
    expect(await followed.next()).toMatchObject({ count: 1, person: { id: mentor.id } });
    expect(await followed.next()).toMatchObject({ count: 2, person: { id: mentor.id } });
    expect(await followed.next()).toMatchObject({ count: 1, person: { id: mentee.id } });
    await followed.stop();
    expect(await readMeeting(mentee, meetingId, COUNTS)).toEqual({
      questionCounts: [
        { person: { id: mentor.id }, count: 2 },
        { person: { id: mentee.id }, count: 1 },
      ],
    });
  });

  it('are counted up to a limit, in a live meeting, by the two', async () => {
    const room = await planRoom(belay);
    const { mentor, meetingId } = room;
    expect((await mentor.mutate('countQuestion', { meetingId })).__typename).toBe('MeetingNotInState');
    await mentor.mutate('startMeeting', { meetingId });
    const { prisma, clock } = belay.app.services;
    await prisma.clarifyingQuestion.createMany({
      data: Array.from({ length: MAX_QUESTIONS }, () => ({
        id: crypto.randomUUID(),
        meetingId,
        askerId: mentor.id,
        at: clock.now(),
      })),
    });
    const before = await headOf(room);
    const outcome = await mentor.mutate(
      'countQuestion',
      { meetingId },
      '__typename',
      '... on TooMany { limit }',
    );
    expect(outcome).toMatchObject({ __typename: 'TooMany', limit: MAX_QUESTIONS });
    const stranger = await belay.person();
    for (const name of ['countQuestion', 'startTalking', 'stopTalking']) {
      expect(await stranger.refusal(name, { meetingId })).toBe('NOT_FOUND');
    }
    expect(await headOf(room)).toBe(before);
  });
});
