import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { minutes } from '../platform/clock.ts';
import { actionItemFacts, agendaItemFacts, meetingFacts, preparationFacts, segmentFacts } from './facts.ts';
import { plan, planned, see, segmentOf } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

type Row = { id: string };
type Payload = {
  meetingId?: string;
  meeting?: Row;
  agendaItem?: Row;
  actionItem?: Row;
  segments?: Row[];
  preparation?: { meetingId: string; personId: string };
};

const byId = (a: Row, b: Row) => (a.id < b.id ? -1 : 1);

/** What a stream says of its meetings: the newest facts of each row. */
async function foldOf(mentorshipId: string) {
  const rows = { meeting: new Map(), agendaItem: new Map(), actionItem: new Map() };
  const segments = new Map<string, Row[]>();
  const preparations = new Map<string, unknown>();
  const events = await belay.app.services.prisma.streamEvent.findMany({
    where: { streamId: mentorshipId },
    orderBy: { seq: 'asc' },
  });
  for (const payload of events.map((event) => event.payload as Payload)) {
    for (const kind of ['meeting', 'agendaItem', 'actionItem'] as const) {
      const row = payload[kind];
      if (row) rows[kind].set(row.id, row);
    }
    if (payload.segments && payload.meetingId) segments.set(payload.meetingId, payload.segments);
    const { preparation } = payload;
    if (preparation) preparations.set(`${preparation.meetingId}:${preparation.personId}`, preparation);
  }
  return {
    meetings: [...rows.meeting.values()].sort(byId),
    agenda: [...rows.agendaItem.values()].sort(byId),
    promises: [...rows.actionItem.values()].sort(byId),
    segments: [...segments.values()].flat().sort(byId),
    preparations: [...preparations.values()],
  };
}

/** What the tables say. */
async function tablesOf(mentorshipId: string) {
  const { prisma } = belay.app.services;
  const meeting = { mentorshipId };
  return {
    meetings: (await prisma.meeting.findMany({ where: meeting })).map(meetingFacts).sort(byId),
    agenda: (await prisma.agendaItem.findMany({ where: { meeting } })).map(agendaItemFacts).sort(byId),
    promises: (await prisma.actionItem.findMany({ where: meeting })).map(actionItemFacts).sort(byId),
    segments: (await prisma.segment.findMany({ where: { meeting } })).map(segmentFacts).sort(byId),
    preparations: (await prisma.preparation.findMany({ where: { meeting } })).map(preparationFacts),
  };
}

it('the tables equal the fold of the stream, through everything that can happen to a meeting', async () => {
  const story = await planned(belay, { agenda: ['The draft', 'The talk', 'By hand'], minutes: 90 });
  const { mentor, mentee, mentorshipId, meetingId } = story;
  const agreed = async () => expect(await foldOf(mentorshipId)).toEqual(await tablesOf(mentorshipId));
  await mentee.mutate('editMeeting', { meetingId, version: 1, minutes: 50, personalTime: 'LAST' });
  await mentor.mutate('confirmMeeting', { meetingId, version: 2 });
  await mentee.mutate('prepare', { meetingId, words: 'Read it', ready: true });
  await mentor.mutate('dropPersonalTime', { meetingId });
  await mentee.mutate('dropPersonalTime', { meetingId });
  await agreed();

  await mentor.mutate('startMeeting', { meetingId });
  await mentor.mutate('undoStart', { meetingId });
  await mentee.mutate('startMeeting', { meetingId });
  const seen = await see(mentor, meetingId);
  belay.clock.advance(minutes(3));
  await mentor.mutate('askToMoveOn', { meetingId });
  await mentee.mutate('enterSegment', { meetingId, segmentId: segmentOf(seen, 'AGENDA').id });
  await mentee.mutate('extendSegment', { meetingId, segmentId: segmentOf(seen, 'GOALS').id, minutes: 7 });
  await mentee.mutate('handOverLead', { meetingId });
  belay.clock.advance(minutes(2));
  await mentee.mutate('interruptMeeting', { meetingId });
  await mentor.mutate('resumeMeeting', { meetingId });
  await agreed();

  const nextId = await plan(belay, story);
  await mentor.mutate('discussAgendaItem', { agendaItemId: seen.agenda[0]?.id });
  await mentor.mutate('carryAgendaItem', { agendaItemId: seen.agenda[2]?.id });
  await mentor.mutate('addActionItem', {
    meetingId,
    title: 'Write',
    ownerId: mentee.id,
    dueOn: '2030-01-05',
  });
  await mentor.mutate('endMeeting', { meetingId });
  const { version } = await see(mentor, meetingId);
  await mentee.mutate('correctSummary', { meetingId, version, summary: 'Good' });
  await agreed();

  await mentor.mutate('reopenMeeting', { meetingId });
  await agreed();
  belay.clock.advance(minutes(31));
  await belay.settle();
  await agreed();

  const laterId = await plan(belay, story);
  await mentor.mutate('cancelMeeting', { meetingId: nextId, reason: 'On call' });
  await mentor.mutate('startMeeting', { meetingId: laterId });
  await mentor.mutate('endMeeting', { meetingId: laterId });
  await mentor.mutate('reopenMeeting', { meetingId: laterId });
  await mentor.mutate('endMeeting', { meetingId: laterId });
  await agreed();
});
