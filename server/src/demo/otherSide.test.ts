import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { openRoom, planRoom, type Room, readMeeting } from '../meetings/testRoom.ts';
import { holdOtherSide } from './otherSide.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay({ demo: true });
});
afterAll(() => belay.close());

/** Holds somebody's side without ever waiting. */
function hold(actor: Actor, { meetingId }: Room) {
  const stop = new AbortController();
  const done = holdOtherSide({
    url: belay.url,
    token: actor.token ?? '',
    meetingId,
    signal: stop.signal,
    pause: () => wait(10),
  });
  return { done, stop: () => stop.abort() };
}

async function makeGoal({ mentee, mentorshipId }: Room): Promise<string> {
  const { goal } = await mentee.mutate<{ goal: { id: string } }>(
    'addGoal',
    { mentorshipId, title: 'First paper' },
    'goal { id }',
  );
  await mentee.mutate('activateGoal', { goalId: goal.id });
  return goal.id;
}

/** What it does of its own accord. */
const DEEDS = [
  'TalkTurnStarted',
  'TalkTurnEnded',
  'NotesEdited',
  'UsefulnessMarked',
  'QuestionCounted',
  'PulseGiven',
  'ActionItemAdded',
  'AgendaItemHandled',
  'AdviceGiven',
  'ProgressEstimated',
  'MomentKept',
];

type Held = {
  notes: { text: string };
  agenda: { state: string }[];
  actionItems: { title: string }[];
  advice: { state: string }[];
  pulses: { author: { id: string } }[];
  usefulness: object[];
  moments: object[];
  talkShares: { person: { id: string } }[];
  questionCounts: { count: number }[];
};
const HELD = `notes { text } agenda { state } actionItems { title } advice { state } pulses { author { id } }
  usefulness { value } moments { words } questionCounts { count } talkShares { person { id } }`;

describe('the other side', () => {
  it('holds the mentor’s half: writes, talks, promises, advises, and seals what it thinks', async () => {
    const room = await openRoom(belay);
    const goalId = await makeGoal(room);
    await room.mentee.mutate('addAgendaItem', { meetingId: room.meetingId, title: 'Draft' });
    const followed = room.mentee.follow(room.mentorshipId, 0);
    const { done } = hold(room.mentor, room);
    const missing = new Set(DEEDS);
    while (missing.size > 0) missing.delete((await followed.next()).__typename);
    await followed.stop();
    const held = await readMeeting<Held>(room.mentee, room.meetingId, HELD);
    expect(held).toMatchObject({ agenda: [{ state: 'DISCUSSED' }], advice: [{ state: 'OFFERED' }] });
    expect(held.notes.text.length).toBeGreaterThan(20);
    expect(held.usefulness.length).toBeGreaterThan(0);
    const { goal } = await room.mentee.query<{ goal: object }>(
      'query($id: ID!) { goal(id: $id) { mentorEstimate { value } menteeEstimate { value } } }',
      { id: goalId },
    );
    expect(goal).toEqual({ mentorEstimate: { value: 50 }, menteeEstimate: null });

    await room.mentee.mutate('endMeeting', { meetingId: room.meetingId });
    await done;
    const entries = await belay.app.services.prisma.exchangeEntry.findMany({
      where: { exchange: { meetingId: room.meetingId }, sealedAt: { not: null } },
    });
    expect(entries.map(({ authorId }) => authorId)).toEqual([room.mentor.id]);
  });

  it('holds the mentee’s half: answers pulses, considers advice, and is seen in the room', async () => {
    const room = await openRoom(belay);
    const seen = room.mentor.subscribe<{ __typename?: string; people: { person: { id: string } }[] }>(
      'subscription($id: ID!) { presence(meetingId: $id) { people { person { id } } } }',
      { id: room.meetingId },
      'presence',
    );
    const followed = room.mentor.follow(room.mentorshipId, null);
    const { done, stop } = hold(room.mentee, room);
    while ((await seen.next()).people.length === 0);
    await seen.stop();
    await room.mentor.mutate('giveAdvice', { meetingId: room.meetingId, text: 'Sleep first' });
    await room.mentor.mutate('givePulse', { meetingId: room.meetingId, kind: 'LOST_ME' });
    await followed.until('AdviceMarked');
    const held = await readMeeting<Held>(room.mentor, room.meetingId, HELD);
    expect(held.advice).toHaveLength(1);
    await followed.until('PulseGiven');
    await followed.stop();
    stop();
    await done;
  });

  it('confirms a meeting, waits until it is started, and moves on when it leads and is asked', async () => {
    const room = await planRoom(belay);
    const followed = room.mentor.follow(room.mentorshipId, null);
    const { done, stop } = hold(room.mentee, room);
    await followed.until('MeetingConfirmed');
    await room.mentor.mutate('startMeeting', { meetingId: room.meetingId });
    await followed.until('NotesEdited');
    await room.mentor.mutate('handOverLead', { meetingId: room.meetingId });
    await room.mentor.mutate('askToMoveOn', { meetingId: room.meetingId });
    await followed.until('SegmentEntered');
    await followed.stop();
    stop();
    await done;
  });

  it('writes into the notes beside the other one, and loses nothing of theirs', async () => {
    const room = await openRoom(belay);
    const { done } = hold(room.mentor, room);
    const followed = room.mentee.follow(room.mentorshipId, 0);
    await followed.until('MomentKept');
    await followed.stop();
    await room.mentee.mutate('endMeeting', { meetingId: room.meetingId });
    await done;
    const { notes } = await readMeeting<Held>(room.mentee, room.meetingId, HELD);
    for (const line of notes.text.split('\n')) expect(line).toMatch(/[.?]$/);
  });
});
