import type { Actor } from '../harness/actor.ts';
import type { Belay } from '../harness/belay.ts';

export type Room = { mentor: Actor; mentee: Actor; mentorshipId: string; meetingId: string };

type Made<Name extends string> = Record<Name, { id: string }>;

/** Amara and Jonas have met before, promised things, set a goal, and planned an hour with two points. */
export async function planRoom(belay: Belay): Promise<Room> {
  const mentor = await belay.person({ name: 'Dr. Amara Osei' });
  const mentee = await belay.person({ name: 'Jonas Weil', zone: 'Europe/London' });
  const { mentorshipId } = await belay.pair({ mentor, mentee });
  await meetEarlier(belay, { mentor, mentee, mentorshipId });
  await setGoal({ mentor, mentee, mentorshipId });
  const { meeting } = await mentor.mutate<Made<'meeting'>>(
    'planMeeting',
    {
      mentorshipId,
      startsAt: belay.clock.now().toISOString(),
      minutes: 60,
      zone: 'Europe/Zurich',
      objective: 'Decide which fellowship to apply for',
      agenda: ['The two fellowships side by side'],
    },
    'meeting { id }',
  );
  await mentee.mutate('addAgendaItem', {
    meetingId: meeting.id,
    title: 'Who could write a letter?',
    detail: 'Two are needed by the end of the month.',
  });
  return { mentor, mentee, mentorshipId, meetingId: meeting.id };
}

/** The mentor has started it: it is live, and the mentor leads. */
export async function openRoom(belay: Belay): Promise<Room> {
  const room = await planRoom(belay);
  await room.mentor.mutate('startMeeting', { meetingId: room.meetingId });
  return room;
}

/** A live meeting in which something of each kind has happened. */
export async function openFullRoom(belay: Belay): Promise<Room> {
  const room = await openRoom(belay);
  const { meetingId, mentor, mentee } = room;
  for (const kind of ['HELPFUL', 'TELL_ME_MORE']) await mentor.mutate('givePulse', { meetingId, kind });
  await mentor.mutate('markUsefulness', { meetingId, value: 4 });
  await mentee.mutate('markUsefulness', { meetingId, value: 5 });
  await mentor.mutate('giveAdvice', { meetingId, text: 'Ask for two letters at once.' });
  await mentor.mutate('keepMoment', {
    meetingId,
    kind: 'INSIGHT',
    words: 'People first.',
    audience: 'SHARED',
  });
  await mentor.mutate('startTalking', { meetingId });
  return room;
}

/** The leader goes to a part of the meeting. */
export async function goTo({ mentor, meetingId }: Room, kind: string): Promise<void> {
  const { meeting } = await mentor.query<{ meeting: { segments: { id: string; kind: string }[] } }>(
    'query($id: ID!) { meeting(id: $id) { segments { id kind } } }',
    { id: meetingId },
  );
  const segmentId = meeting.segments.find((segment) => segment.kind === kind)?.id;
  await mentor.mutate('enterSegment', { meetingId, segmentId });
}

type Two = Omit<Room, 'meetingId'>;

async function meetEarlier(belay: Belay, { mentor, mentee, mentorshipId }: Two): Promise<void> {
  const startsAt = new Date(belay.clock.now().getTime() - 60_000).toISOString();
  const { meeting } = await mentor.mutate<Made<'meeting'>>(
    'planMeeting',
    { mentorshipId, startsAt, minutes: 30, zone: 'Europe/Zurich', objective: 'Get to know each other' },
    'meeting { id }',
  );
  await mentor.mutate('startMeeting', { meetingId: meeting.id });
  const promise = { meetingId: meeting.id, dueOn: '2026-11-20' };
  await mentor.mutate('addActionItem', {
    ...promise,
    title: 'Send the draft of the abstract',
    ownerId: mentee.id,
  });
  await mentor.mutate('addActionItem', {
    ...promise,
    title: 'Introduce Ines from the lab',
    ownerId: mentor.id,
  });
  await mentor.mutate('endMeeting', { meetingId: meeting.id });
}

async function setGoal({ mentor, mentee, mentorshipId }: Two): Promise<void> {
  const { goal } = await mentee.mutate<Made<'goal'>>(
    'addGoal',
    { mentorshipId, title: 'Submit the first paper', why: 'It opens the door to the fellowship.' },
    'goal { id }',
  );
  await mentee.mutate('activateGoal', { goalId: goal.id });
  await mentee.mutate('estimateProgress', { goalId: goal.id, value: 35, why: 'The figures are missing.' });
  await mentor.mutate('estimateProgress', { goalId: goal.id, value: 60, why: 'The hard part is done.' });
}
