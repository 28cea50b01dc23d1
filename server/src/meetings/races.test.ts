import { testDatabaseKinds } from '@belay/server/testDatabase';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { minutes } from '../platform/clock.ts';
import { headOf, inMinutes, plan, planned, see, started } from './testStory.ts';

/** What the two do at the same moment, on every database there is. */
describe.each(testDatabaseKinds)('at once, on the %s database', (database) => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay({ database });
  });
  afterAll(() => belay.close());

  const namesOf = async (deeds: Promise<{ __typename: string }>[]) =>
    (await Promise.all(deeds)).map(({ __typename }) => __typename).sort();

  const times = (count: number, { mentor, mentee }: { mentor: Actor; mentee: Actor }) =>
    Array.from({ length: count }, (_, n) => (n % 2 ? mentee : mentor));

  it('one of many meetings starts', async () => {
    const story = await planned(belay);
    const ids = [story.meetingId, await plan(belay, story), await plan(belay, story)];
    const names = await namesOf(
      ids.flatMap((meetingId) => times(2, story).map((actor) => actor.mutate('startMeeting', { meetingId }))),
    );
    expect(names.filter((name) => name === 'StartMeetingPayload')).toHaveLength(1);
    const seen = await Promise.all(ids.map((id) => see(story.mentor, id)));
    expect(seen.filter(({ state }) => state === 'LIVE')).toHaveLength(1);
  });

  it('a meeting ends once, and carries each item once', async () => {
    const story = await started(belay, { agenda: ['The draft', 'The talk'] });
    const nextId = await plan(belay, story);
    const names = await namesOf(
      times(4, story).map((actor) => actor.mutate('endMeeting', { meetingId: story.meetingId })),
    );
    expect(names.filter((name) => name === 'EndMeetingPayload')).toHaveLength(1);
    expect((await see(story.mentor, nextId)).agenda).toHaveLength(2);
  });

  it('what is carried comes to one of many meetings that are planned', async () => {
    const story = await started(belay, { agenda: ['The draft'] });
    await story.mentor.mutate('endMeeting', { meetingId: story.meetingId });
    const ids = await Promise.all(
      [1, 2, 3].map((n) => plan(belay, story, { startsAt: inMinutes(belay, n * 60) })),
    );
    const agendas = await Promise.all(ids.map(async (id) => (await see(story.mentor, id)).agenda));
    expect(agendas.flat()).toHaveLength(1);
  });

  it('an edit wins over another one that had not seen it', async () => {
    const story = await planned(belay);
    const names = await namesOf(
      times(4, story).map((actor, n) =>
        actor.mutate('editMeeting', { meetingId: story.meetingId, version: 1, objective: `No ${n}` }),
      ),
    );
    expect(names).toEqual(['EditMeetingPayload', 'Outdated', 'Outdated', 'Outdated']);
    expect((await see(story.mentor, story.meetingId)).version).toBe(2);
  });

  it('a meeting ends itself or by somebody, never twice', async () => {
    const { mentor, mentorshipId, meetingId } = await started(belay);
    const before = await headOf(mentor, mentorshipId);
    belay.clock.advance(minutes(31));
    await Promise.all([belay.settle(), mentor.mutate('endMeeting', { meetingId })]);
    expect((await see(mentor, meetingId)).state).toBe('ENDED');
    const { prisma } = belay.app.services;
    const where = { streamId: mentorshipId, seq: { gt: before }, type: 'MeetingEnded' };
    expect(await prisma.streamEvent.count({ where })).toBe(1);
  });
});
