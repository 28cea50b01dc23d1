import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { MAX_PULSES } from './limits.ts';
import { headOf, openRoom } from './testRoom.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

describe('givePulse', () => {
  it('shows both at once what one of them tapped', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await openRoom(belay);
    const followed = mentor.follow(
      mentorshipId,
      await headOf(mentor, mentorshipId),
      '... on PulseGiven { kind pulse { author { id } } meeting { pulses { kind } } }',
    );
    const outcome = await mentee.mutate(
      'givePulse',
      { meetingId, kind: 'TOO_FAST' },
      'pulse { kind author { id } }',
    );
    expect(outcome).toMatchObject({ pulse: { kind: 'TOO_FAST', author: { id: mentee.id } } });
    expect(await followed.next()).toMatchObject({
      __typename: 'PulseGiven',
      kind: 'TOO_FAST',
      pulse: { author: { id: mentee.id } },
      meeting: { pulses: [{ kind: 'TOO_FAST' }] },
    });
    await followed.stop();
  });

  it('counts a tap once that was sent twice', async () => {
    const { mentee, mentorshipId, meetingId } = await openRoom(belay);
    const before = await headOf(mentee, mentorshipId);
    const input = { meetingId, kind: 'HELPFUL', opId: 'tap' };
    const ids = await Promise.all(
      [1, 2, 3].map(
        async () =>
          (await mentee.mutate<{ pulse: { id: string } }>('givePulse', input, 'pulse { id }')).pulse.id,
      ),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await headOf(mentee, mentorshipId)).toBe(before + 1);
  });

  it('is for while the meeting goes on, interrupted or not', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await openRoom(belay);
    await mentor.mutate('interruptMeeting', { meetingId });
    expect((await mentee.mutate('givePulse', { meetingId, kind: 'HELPFUL' })).__typename).toBe(
      'GivePulsePayload',
    );
    await mentor.mutate('endMeeting', { meetingId });
    const before = await headOf(mentee, mentorshipId);
    expect((await mentee.mutate('givePulse', { meetingId, kind: 'HELPFUL' })).__typename).toBe(
      'MeetingNotInState',
    );
    expect(await headOf(mentee, mentorshipId)).toBe(before);
  });

  it('does not exist for anybody else', async () => {
    const { meetingId } = await openRoom(belay);
    const other = await belay.person();
    expect(await other.refusal('givePulse', { meetingId, kind: 'HELPFUL' })).toBe('NOT_FOUND');
    expect(await other.refusal('givePulse', { meetingId: 'nonsense', kind: 'HELPFUL' })).toBe('NOT_FOUND');
  });

  it('ends at a thousand of one person in a meeting, and lists the newest 200', async () => {
    const { mentor, mentee, mentorshipId, meetingId } = await openRoom(belay);
    await belay.app.services.prisma.pulse.createMany({
      data: Array.from({ length: MAX_PULSES }, () => ({
        id: uuidv7(),
        meetingId,
        authorId: mentee.id,
        kind: 'HELPFUL' as const,
        at: belay.clock.now(),
      })),
    });
    const before = await headOf(mentee, mentorshipId);
    expect(
      await mentee.mutate(
        'givePulse',
        { meetingId, kind: 'HELPFUL' },
        '__typename',
        '... on TooMany { limit }',
      ),
    ).toMatchObject({ __typename: 'TooMany', limit: 1000 });
    expect(await headOf(mentee, mentorshipId)).toBe(before);
    const { __typename, meeting } = await mentor.mutate<{ meeting: { pulses: { kind: string }[] } }>(
      'givePulse',
      { meetingId, kind: 'LETS_MOVE_ON' },
      'meeting { pulses { kind } }',
    );
    expect(__typename).toBe('GivePulsePayload');
    expect(meeting.pulses).toHaveLength(200);
    expect(meeting.pulses[0]).toEqual({ kind: 'LETS_MOVE_ON' });
  });
});
