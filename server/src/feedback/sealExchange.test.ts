import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { hours, minutes } from '../platform/clock.ts';
import { testDatabaseKinds } from '../platform/testDatabase.ts';
import { PRINCIPLES } from './principles.ts';
import { comeToExchange, headOf, openRoom, part, type Room } from './testRoom.ts';

const ENTRY = 'helped change strength sealedAt version side ratings { principle value }';
const EXCHANGE = `exchange { state closesAt revealedAt mine { ${ENTRY} } theirs { ${ENTRY} } }`;

type Entry = { helped: string; sealedAt: string | null; version: number; ratings: unknown[] };
type Exchange = { state: string; closesAt: string | null; mine: Entry | null; theirs: Entry | null };

async function read(actor: Actor, { meetingId }: Room): Promise<Exchange> {
  const { meeting } = await actor.query<{ meeting: { exchange: Exchange } }>(
    `query($id: ID!) { meeting(id: $id) { ${EXCHANGE} } }`,
    { id: meetingId },
  );
  return meeting.exchange;
}

async function waitingFor(actor: Actor): Promise<string[]> {
  const { viewer } = await actor.query<{ viewer: { exchangesToSeal: { id: string }[] } }>(
    '{ viewer { exchangesToSeal { id } } }',
  );
  return viewer.exchangesToSeal.map(({ id }) => id);
}

describe.each(testDatabaseKinds)('the sealed exchange on the %s database', (database) => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ database });
  });
  afterAll(() => belay.close());

  it('opens when the meeting comes to it, once, however often the segment is entered', async () => {
    const room = await openRoom(belay);
    const followed = room.mentee.follow(
      room.mentorshipId,
      await headOf(room.mentee, room.mentorshipId),
      '... on ExchangeOpened { exchange { state closesAt } }',
    );
    const exchangeId = await comeToExchange(room);
    expect(await followed.until('ExchangeOpened')).toMatchObject({
      exchange: { state: 'OPEN', closesAt: null },
    });
    expect(await waitingFor(room.mentee)).toEqual([exchangeId]);
    const { meeting } = await room.mentor.query<{ meeting: { segments: { id: string }[] } }>(
      'query($id: ID!) { meeting(id: $id) { segments { id } } }',
      { id: room.meetingId },
    );
    await room.mentor.mutate('enterSegment', {
      meetingId: room.meetingId,
      segmentId: meeting.segments[0]?.id,
    });
    expect(await comeToExchange(room)).toBe(exchangeId);
    await followed.stop();
  });

  it('keeps a draft as it grows, for its author alone', async () => {
    const room = await openRoom(belay);
    const exchangeId = await comeToExchange(room);
    const own = room.mentee.followOwn(0, '... on ExchangeDraftSaved { exchange { mine { helped } } }');
    await room.mentee.mutate('saveExchangeDraft', { exchangeId, version: 0, helped: 'The question' });
    const ratings = [{ principle: 'TRUST', value: 5 }];
    expect(
      await room.mentee.mutate('saveExchangeDraft', { exchangeId, version: 1, ratings }, EXCHANGE),
    ).toMatchObject({
      exchange: { state: 'OPEN', mine: { helped: 'The question', version: 2, sealedAt: null, ratings } },
    });
    expect(await own.until('ExchangeDraftSaved')).toMatchObject({
      exchange: { mine: { helped: 'The question' } },
    });
    await own.stop();
    expect(await read(room.mentor, room)).toMatchObject({ mine: null, theirs: null });
    expect(
      await room.mentee.mutate(
        'saveExchangeDraft',
        { exchangeId, version: 1, helped: 'Late' },
        '__typename',
        '... on Outdated { current { ... on Exchange { mine { version } } } }',
      ),
    ).toMatchObject({ __typename: 'Outdated', current: { mine: { version: 2 } } });
  });

  it('opens both parts at the same moment, with one event', async () => {
    const room = await openRoom(belay);
    const exchangeId = await comeToExchange(room);
    const head = await headOf(room.mentor, room.mentorshipId);
    expect(
      await room.mentor.mutate('sealExchange', { exchangeId, ...part('mentor', 5) }, EXCHANGE),
    ).toMatchObject({
      exchange: { state: 'ONE_SEALED', mine: { helped: 'mentor: the questions' }, theirs: null },
    });
    expect(await waitingFor(room.mentor)).toEqual([]);
    expect(await waitingFor(room.mentee)).toEqual([exchangeId]);

    const followed = room.mentor.follow(
      room.mentorshipId,
      head,
      `... on ExchangeRevealed { exchange { state theirs { helped } } }`,
    );
    expect(
      await room.mentee.mutate('sealExchange', { exchangeId, ...part('mentee', 3) }, EXCHANGE),
    ).toMatchObject({
      exchange: {
        state: 'REVEALED',
        mine: { helped: 'mentee: the questions', side: 'MENTEE' },
        theirs: { helped: 'mentor: the questions', side: 'MENTOR' },
      },
    });
    expect(await followed.next()).toMatchObject({
      __typename: 'ExchangeRevealed',
      seq: head + 1,
      exchange: { state: 'REVEALED', theirs: { helped: 'mentee: the questions' } },
    });
    await followed.stop();
    expect(await headOf(room.mentor, room.mentorshipId)).toBe(head + 1);
    expect(await waitingFor(room.mentee)).toEqual([]);
  });

  it('is opened exactly once when both seal in the same instant, again and again', async () => {
    const rooms = await Promise.all([1, 2, 3, 4].map(() => openRoom(belay)));
    for (const room of rooms) {
      const exchangeId = await comeToExchange(room);
      const head = await headOf(room.mentor, room.mentorshipId);
      const outcomes = await Promise.all(
        [room.mentor, room.mentee, room.mentor, room.mentee].map((actor) =>
          actor.mutate('sealExchange', { exchangeId, ...part(actor.id) }),
        ),
      );
      expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
        'AlreadySealed',
        'AlreadySealed',
        'SealExchangePayload',
        'SealExchangePayload',
      ]);
      expect(await headOf(room.mentor, room.mentorshipId)).toBe(head + 1);
      expect(await read(room.mentor, room)).toMatchObject({
        state: 'REVEALED',
        theirs: { helped: `${room.mentee.id}: the questions` },
      });
    }
  });

  it('is opened once while the meeting ends and everybody does something', async () => {
    for (const round of [1, 2, 3]) {
      const room = await openRoom(belay);
      const { mentor, mentee, meetingId } = room;
      const exchangeId = await comeToExchange(room);
      const head = await headOf(mentor, room.mentorshipId);
      const draft = { exchangeId, version: 0, helped: `round ${round}` };
      const outcomes = await Promise.all([
        mentor.mutate('sealExchange', { exchangeId, ...part('mentor') }),
        mentee.mutate('saveExchangeDraft', draft),
        mentee.mutate('sealExchange', { exchangeId, ...part('mentee') }),
        mentor.mutate('endMeeting', { meetingId }),
        mentee.mutate('keepMoment', { meetingId, kind: 'INSIGHT', audience: 'MINE' }),
        mentor.mutate('keepMoment', { meetingId, kind: 'INSIGHT', audience: 'SHARED' }),
      ]);
      expect(outcomes[0].__typename).toBe('SealExchangePayload');
      expect(outcomes[2].__typename).toBe('SealExchangePayload');
      expect(await read(mentee, room)).toMatchObject({ state: 'REVEALED' });
      const { prisma } = belay.app.services;
      const reveals = { streamId: room.mentorshipId, type: 'ExchangeRevealed', seq: { gt: head } };
      expect(await prisma.streamEvent.count({ where: reveals })).toBe(1);
    }
  });

  it('seals once: a repeat returns the first answer, another try is told so, a draft comes too late', async () => {
    const room = await openRoom(belay);
    const exchangeId = await comeToExchange(room);
    const sealing = { exchangeId, ...part('mentee'), opId: 'seal' };
    const first = await room.mentee.mutate('sealExchange', sealing, EXCHANGE);
    expect(await room.mentee.mutate('sealExchange', sealing, EXCHANGE)).toEqual(first);
    expect(await room.mentee.mutate('sealExchange', { exchangeId, ...part('other') })).toMatchObject({
      __typename: 'AlreadySealed',
    });
    const draft = { exchangeId, version: 1, helped: 'Something else' };
    expect((await room.mentee.mutate('saveExchangeDraft', draft)).__typename).toBe('AlreadySealed');
    expect(await read(room.mentee, room)).toMatchObject({ mine: { helped: 'mentee: the questions' } });
  });

  it.each([
    ['a missing answer', { helped: '  ' }],
    ['a long answer', { change: 'x'.repeat(2001) }],
    ['five principles', { ratings: part('').ratings.slice(1) }],
    ['a principle twice', { ratings: PRINCIPLES.map(() => ({ principle: 'TRUST', value: 3 })) }],
    ['a rating of 6', { ratings: PRINCIPLES.map((principle) => ({ principle, value: 6 })) }],
  ])('refuses %s and keeps the part unsealed', async (_case, wrong) => {
    const room = await openRoom(belay);
    const exchangeId = await comeToExchange(room);
    const tried = { exchangeId, ...part('mentee'), ...wrong };
    expect(await room.mentee.refusal('sealExchange', tried)).toBe('BAD_USER_INPUT');
    expect(await read(room.mentee, room)).toMatchObject({ state: 'OPEN', mine: null });
  });

  it('closes 48 hours after the end; a lone part stays with its author for good', async () => {
    const [alone, none] = [await openRoom(belay), await openRoom(belay)];
    for (const { mentor, meetingId } of [alone, none]) await mentor.mutate('endMeeting', { meetingId });
    expect(Date.parse((await read(alone.mentee, alone)).closesAt ?? '')).toBeCloseTo(
      belay.clock.now().getTime() + hours(48),
      -4,
    );
    const exchangeId = (await waitingFor(alone.mentee))[0];
    await alone.mentee.mutate('sealExchange', { exchangeId, ...part('mentee') });
    const heads = await Promise.all([alone, none].map((room) => headOf(room.mentor, room.mentorshipId)));

    belay.clock.advance(hours(48) + minutes(1));
    const late = { exchangeId, ...part('mentor') };
    expect((await alone.mentor.mutate('sealExchange', late)).__typename).toBe('ExchangeNotOpen');
    expect(await waitingFor(alone.mentor)).toEqual([]);
    await belay.settle();

    const closed = [alone, none].map(async (room, index) => {
      const followed = room.mentor.follow(room.mentorshipId, heads[index] ?? 0);
      const event = await followed.until('ExchangeClosed');
      await followed.stop();
      return [event.seq - (heads[index] ?? 0), event.actor];
    });
    const [ofAlone, ofNone] = await Promise.all(closed);
    expect(ofAlone).toEqual(ofNone);
    expect(await read(alone.mentor, alone)).toMatchObject({ state: 'CLOSED', mine: null, theirs: null });
    expect(await read(alone.mentee, alone)).toMatchObject({
      state: 'CLOSED',
      mine: { helped: 'mentee: the questions' },
      theirs: null,
    });
    expect((await alone.mentor.mutate('sealExchange', late)).__typename).toBe('ExchangeNotOpen');
    expect(
      (await alone.mentor.mutate('saveExchangeDraft', { exchangeId, version: 0, helped: 'x' })).__typename,
    ).toBe('ExchangeNotOpen');
  });

  it('has no end while a reopened meeting goes on, and a new one after it', async () => {
    const room = await openRoom(belay);
    await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
    await room.mentor.mutate('reopenMeeting', { meetingId: room.meetingId });
    expect(await read(room.mentee, room)).toMatchObject({ state: 'OPEN', closesAt: null });
    await room.mentor.mutate('endMeeting', { meetingId: room.meetingId });
    expect((await read(room.mentee, room)).closesAt).not.toBeNull();
  });

  it('rests while an accidental start is taken back', async () => {
    const room = await openRoom(belay);
    const exchangeId = await comeToExchange(room);
    await room.mentor.mutate('undoStart', { meetingId: room.meetingId });
    expect((await room.mentee.mutate('sealExchange', { exchangeId, ...part('x') })).__typename).toBe(
      'ExchangeNotOpen',
    );
    expect(await waitingFor(room.mentee)).toEqual([]);
  });

  it('shows the principles over time from revealed exchanges only', async () => {
    const room = await openRoom(belay);
    const exchangeId = await comeToExchange(room);
    const history = () =>
      room.mentee.query(
        'query($id: ID!) { mentorship(id: $id) { principleHistory { side ratings { value } meeting { id } } } }',
        { id: room.mentorshipId },
      );
    await room.mentor.mutate('sealExchange', { exchangeId, ...part('mentor', 5) });
    expect(await history()).toEqual({ mentorship: { principleHistory: [] } });
    await room.mentee.mutate('sealExchange', { exchangeId, ...part('mentee', 2) });
    const meeting = { id: room.meetingId };
    expect(await history()).toEqual({
      mentorship: {
        principleHistory: [
          { side: 'MENTOR', ratings: Array(6).fill({ value: 5 }), meeting },
          { side: 'MENTEE', ratings: Array(6).fill({ value: 2 }), meeting },
        ],
      },
    });
  });
});
