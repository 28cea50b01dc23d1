import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { hours } from '../platform/clock.ts';
import { inMinutes, plan, planned } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

async function nextOf(actor: Actor, id: string): Promise<string | undefined> {
  const { mentorship } = await actor.query<{ mentorship: { nextMeeting: { id: string } | null } }>(
    'query($id: ID!) { mentorship(id: $id) { nextMeeting { id } } }',
    { id },
  );
  return mentorship.nextMeeting?.id;
}

describe('Mentorship.nextMeeting', () => {
  it('is the planned one that comes first, and the live one before all', async () => {
    const pair = await belay.pair();
    expect(await nextOf(pair.mentee, pair.mentorshipId)).toBeUndefined();
    const late = await plan(belay, pair, { startsAt: inMinutes(belay, 300) });
    const soon = await plan(belay, pair, { startsAt: inMinutes(belay, 60) });
    expect(await nextOf(pair.mentee, pair.mentorshipId)).toBe(soon);
    await pair.mentor.mutate('startMeeting', { meetingId: late });
    expect(await nextOf(pair.mentee, pair.mentorshipId)).toBe(late);
    await pair.mentor.mutate('cancelMeeting', { meetingId: soon, reason: 'We met' });
    await pair.mentor.mutate('endMeeting', { meetingId: late });
    expect(await nextOf(pair.mentee, pair.mentorshipId)).toBeUndefined();
  });

  it('stays for a day after its planned start, and not longer', async () => {
    const { mentee, mentorshipId, meetingId } = await planned(belay, { startsAt: inMinutes(belay, 1) });
    belay.clock.advance(hours(23));
    expect(await nextOf(mentee, mentorshipId)).toBe(meetingId);
    belay.clock.advance(hours(2));
    expect(await nextOf(mentee, mentorshipId)).toBeUndefined();
  });
});

describe('Mentorship.meetings', () => {
  const page = (actor: Actor, id: string, args: string) =>
    actor.query<{
      mentorship: {
        meetings: {
          edges: { node: { objective: string } }[];
          pageInfo: { endCursor: string; hasNextPage: boolean };
        };
      };
    }>(
      `query($id: ID!) { mentorship(id: $id) { meetings(${args}) {
        edges { node { objective } } pageInfo { endCursor hasNextPage } } } }`,
      { id },
    );

  it('come newest first by start, page by page, and by state', async () => {
    const pair = await belay.pair();
    for (const n of [2, 1, 3]) {
      await plan(belay, pair, { startsAt: inMinutes(belay, n * 100), objective: `No ${n}` });
    }
    const first = (await page(pair.mentee, pair.mentorshipId, 'first: 2')).mentorship.meetings;
    expect(first.edges.map(({ node }) => node.objective)).toEqual(['No 3', 'No 2']);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const after = `first: 2, after: "${first.pageInfo.endCursor}"`;
    const second = (await page(pair.mentee, pair.mentorshipId, after)).mentorship.meetings;
    expect(second.edges.map(({ node }) => node.objective)).toEqual(['No 1']);
    const none = (await page(pair.mentee, pair.mentorshipId, 'first: 2, states: [ENDED]')).mentorship
      .meetings;
    expect(none.edges).toEqual([]);
  });
});

describe('Viewer.nextMeetings', () => {
  it('are those of all mentorships, soonest first, and of nobody else', async () => {
    const mentor = await belay.person();
    const one = await belay.pair({ mentor });
    const two = await belay.pair({ mentor });
    const later = await plan(belay, one, { startsAt: inMinutes(belay, 200) });
    const sooner = await plan(belay, two, { startsAt: inMinutes(belay, 100) });
    const ask = async (actor: Actor) =>
      (
        await actor.query<{ viewer: { nextMeetings: { id: string }[] } }>(
          '{ viewer { nextMeetings { id } } }',
        )
      ).viewer.nextMeetings.map(({ id }) => id);
    expect(await ask(mentor)).toEqual([sooner, later]);
    expect(await ask(one.mentee)).toEqual([later]);
    expect(await ask(await belay.person())).toEqual([]);
  });
});

describe('Query.meeting', () => {
  it('does not exist for others, and says the time by the server', async () => {
    const { mentor, meetingId } = await planned(belay);
    const query = 'query($id: ID!) { meeting(id: $id) { serverTime segments { kind } } }';
    const { errors } = await (await belay.person()).ask(query, { id: meetingId });
    expect(errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
    const { meeting } = await mentor.query<{ meeting: { serverTime: string } }>(query, { id: meetingId });
    expect(Math.abs(Date.parse(meeting.serverTime) - belay.clock.now().getTime())).toBeLessThan(60_000);
  });
});
