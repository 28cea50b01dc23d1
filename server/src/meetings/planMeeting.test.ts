import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { MAX_PLANNED } from './limits.ts';
import { aPlan, headOf, inMinutes, plan, see } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('planMeeting', () => {
  it('proposes a meeting with its agenda and segments, and the other side sees it', async () => {
    const { mentor, mentee, mentorshipId } = await belay.pair();
    const followed = mentee.follow(
      mentorshipId,
      await headOf(mentee, mentorshipId),
      '... on MeetingPlanned { meeting { id } } ... on AgendaItemAdded { agendaItem { title } }',
    );
    const input = {
      ...aPlan(belay, mentorshipId),
      place: '  Room 4  ',
      callLink: 'https://meet.example.org/4',
      objective: 'Look at the draft',
      agenda: ['The draft', ' The talk '],
    };
    const { meeting } = await mentor.mutate<{ meeting: { id: string } }>(
      'planMeeting',
      input,
      'meeting { id }',
    );

    expect(await see(mentee, meeting.id)).toMatchObject({
      state: 'PROPOSED',
      startsAt: input.startsAt,
      minutes: 60,
      zone: 'Europe/Zurich',
      place: 'Room 4',
      callLink: 'https://meet.example.org/4',
      plannedBy: { id: mentor.id },
      proposedBy: { id: mentor.id },
      leader: null,
      currentSegment: null,
      agenda: [{ title: 'The draft' }, { title: 'The talk' }],
    });
    expect(await followed.next()).toMatchObject({
      __typename: 'MeetingPlanned',
      meeting: { id: meeting.id },
    });
    expect(await followed.next()).toMatchObject({
      __typename: 'AgendaItemAdded',
      agendaItem: { title: 'The draft' },
    });
    await followed.stop();
  });

  it('gives whole minutes to each segment that add up, personal time first', async () => {
    const pair = await belay.pair();
    const { segments } = await see(pair.mentee, await plan(belay, pair, { minutes: 45 }));
    expect(segments.map(({ kind }) => kind)).toEqual([
      'PERSONAL',
      'PROMISES',
      'GOALS',
      'AGENDA',
      'EXCHANGE',
      'WRAP_UP',
    ]);
    expect(segments.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(45);
  });

  it('puts personal time at the very end when asked to', async () => {
    const pair = await belay.pair();
    const { segments } = await see(pair.mentee, await plan(belay, pair, { personalTime: 'LAST' }));
    expect(segments.at(-1)?.kind).toBe('PERSONAL');
    expect(segments[0]?.kind).toBe('PROMISES');
  });

  it.each([
    ['more than five minutes ago', { startsAt: -6 }],
    ['more than two years ahead', { startsAt: 2 * 366 * 24 * 60 }],
    ['too short', { minutes: 4 }],
    ['too long', { minutes: 481 }],
    ['a zone that does not exist', { zone: 'Europe/Atlantis' }],
    ['an offset for a zone', { zone: '+01:00' }],
    ['a link that is no web address', { callLink: 'javascript:alert(1)' }],
    ['a link without a scheme', { callLink: 'meet.example.org' }],
    ['an objective that is too long', { objective: 'x'.repeat(301) }],
    ['an empty agenda title', { agenda: ['  '] }],
    ['too many agenda titles', { agenda: Array.from({ length: 21 }, (_, n) => `Item ${n}`) }],
  ])('refuses %s', async (_what, given: Record<string, unknown>) => {
    const { mentor, mentorshipId } = await belay.pair();
    const startsAt = typeof given.startsAt === 'number' ? { startsAt: inMinutes(belay, given.startsAt) } : {};
    const input = { ...aPlan(belay, mentorshipId), ...given, ...startsAt };
    expect(await mentor.refusal('planMeeting', input)).toBe('BAD_USER_INPUT');
    expect(await headOf(mentor, mentorshipId)).toBe(0);
  });

  it('takes a start a few minutes ago, for a form is open for a while', async () => {
    const { mentor, mentorshipId } = await belay.pair();
    const input = { ...aPlan(belay, mentorshipId), startsAt: inMinutes(belay, -4) };
    expect((await mentor.mutate('planMeeting', input)).__typename).toBe('PlanMeetingPayload');
  });

  it('is for the two alone', async () => {
    const { mentor, mentorshipId } = await belay.pair();
    const somebody = await belay.person();
    const input = aPlan(belay, mentorshipId);
    expect(await somebody.refusal('planMeeting', input)).toBe('NOT_FOUND');
    expect(await belay.stranger().refusal('planMeeting', input)).toBe('UNAUTHENTICATED');
    expect(await somebody.refusal('planMeeting', { ...input, mentorshipId: 'nonsense' })).toBe('NOT_FOUND');
    expect(await headOf(mentor, mentorshipId)).toBe(0);
  });

  it('needs an active mentorship', async () => {
    const { mentor, mentorshipId } = await belay.pair({ state: 'PAUSED' });
    const { __typename } = await mentor.mutate('planMeeting', aPlan(belay, mentorshipId));
    expect(__typename).toBe('MentorshipNotActive');
    expect(await headOf(mentor, mentorshipId)).toBe(0);
  });

  it('plans once what was sent twice', async () => {
    const { mentor, mentorshipId } = await belay.pair();
    const input = { ...aPlan(belay, mentorshipId), opId: 'once' };
    const ids = await Promise.all(
      [1, 2, 3].map(
        async () =>
          (await mentor.mutate<{ meeting: { id: string } }>('planMeeting', input, 'meeting { id }')).meeting
            .id,
      ),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await headOf(mentor, mentorshipId)).toBe(1);
  });

  it(`plans at most ${MAX_PLANNED} at once, whatever arrives together`, async () => {
    const { mentor, mentee, mentorshipId } = await belay.pair();
    const now = belay.clock.now();
    const made = { mentorshipId, startsAt: now, createdAt: now, minutes: 30, zone: 'UTC' };
    await belay.app.services.prisma.meeting.createMany({
      data: Array.from({ length: MAX_PLANNED - 2 }, () => ({
        ...made,
        id: uuidv7(),
        state: 'SCHEDULED' as const,
        plannedById: mentor.id,
        proposedById: mentor.id,
      })),
    });
    const outcomes = await Promise.all(
      [mentor, mentee, mentor, mentee, mentor].map((actor) =>
        actor.mutate('planMeeting', aPlan(belay, mentorshipId)),
      ),
    );
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'PlanMeetingPayload',
      'PlanMeetingPayload',
      'TooMany',
      'TooMany',
      'TooMany',
    ]);
    expect(await headOf(mentor, mentorshipId)).toBe(2);
  });
});
