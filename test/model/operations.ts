import * as Y from 'yjs';
import type { Client, Input } from './client.ts';
import type { Dice } from './dice.ts';
import type { Row } from './fold.ts';

export type Operation = { name: string; input: Input };

type Goal = Row & { state: string; version: number; milestones: { id: string; version: number }[] };
type Meeting = Row & {
  state: string;
  version: number;
  segments: { id: string }[];
  leader: { id: string } | null;
};
type Of = { state: string; version: number; meeting: { id: string }; author: { id: string } };
type Choice = [name: string, weight: number, input: Input | '' | null | false | undefined];

const IDEAS = ['Read more', 'Write the abstract', 'Ask earlier', 'Give a talk', 'Sleep'];
const LIVE = ['LIVE', 'INTERRUPTED', 'WRAPPING'];
const PRINCIPLES = ['RESPECT', 'OPENNESS', 'RESPONSIBILITY', 'TRUST', 'APPRECIATION', 'MUTUAL_BENEFIT'];

/** Something that this side could do now, by what it has heard so far; the server may see it otherwise. */
export function chooseOperation(client: Client, roll: Dice): Operation {
  const possible = choices(client, roll).filter((choice) => choice[2]);
  const tickets = possible.flatMap(([name, weight, input]) =>
    Array.from({ length: weight }, () => ({ name, input: input as Input })),
  );
  const drawn = tickets[roll(tickets.length)];
  if (!drawn) throw new Error('There is always a goal to add.');
  return drawn;
}

function choices(client: Client, roll: Dice): Choice[] {
  const { fold, mentorshipId } = client;
  const pick = <T>(items: T[]): T | undefined => items[roll(items.length || 1)];
  const words = () => `${pick(IDEAS)} ${roll(1000)}`;
  const meetings = fold.of<Meeting>('Meeting');
  const planned = meetings.filter(({ state }) => ['PROPOSED', 'SCHEDULED'].includes(state));
  const live = meetings.find(({ state }) => LIVE.includes(state));
  const meeting = live ?? pick(planned);
  const context = { client, pick, words, roll };
  return [
    ['addGoal', 3, { mentorshipId, title: words(), why: words() }],
    ['planMeeting', planned.length < 3 ? 3 : 0, { mentorshipId, ...aPlan(context) }],
    ...aboutGoal(context, pick(fold.of<Goal>('Goal'))),
    ...(meeting ? aboutContent(context, meeting) : []),
    ...(live ? inMeeting(context, live) : beforeMeeting(context, pick(planned))),
    ...afterMeeting(context, pick(meetings.filter(({ state }) => state === 'ENDED'))),
    ...aboutExchange(context),
  ];
}

type Context = {
  client: Client;
  pick: <T>(items: T[]) => T | undefined;
  words: () => string;
  roll: Dice;
};

const aPlan = ({ words, roll }: Context) => ({
  startsAt: new Date(Date.now() + (1 + roll(10)) * 24 * 3600 * 1000).toISOString(),
  minutes: 30 + roll(60),
  zone: 'Europe/Zurich',
  objective: words(),
  agenda: [words(), words()],
});

function aboutGoal({ pick, words, roll }: Context, goal: Goal | undefined): Choice[] {
  if (!goal) return [];
  const { id: goalId, version } = goal;
  const step = pick(goal.milestones);
  const named = step && { milestoneId: step.id, version: step.version };
  return [
    ['editGoal', 2, { goalId, version, title: words(), targetOn: roll(2) ? null : '2030-05-01' }],
    ['activateGoal', 4, ['IDEA', 'PARKED'].includes(goal.state) && { goalId }],
    ['parkGoal', 1, { goalId }],
    ['achieveGoal', 1, roll(3) === 0 && { goalId }],
    ['retireGoal', 1, roll(3) === 0 && { goalId, reason: words() }],
    ['estimateProgress', 4, goal.state === 'ACTIVE' && { goalId, value: roll(101), why: words() }],
    ['addMilestone', 3, { goalId, title: words() }],
    ['editMilestone', 3, named && { ...named, position: roll(4), title: words() }],
    ['editMilestone', 2, named && { ...named, reached: roll(2) === 0 }],
    ['removeMilestone', 1, named],
  ];
}

function aboutContent({ client, pick, words, roll }: Context, meeting: Meeting): Choice[] {
  const { fold, actor } = client;
  const meetingId = meeting.id;
  const item = pick(fold.of<Row & Of>('AgendaItem').filter((it) => it.meeting.id === meetingId));
  const promise = pick(fold.of<Row & Of>('ActionItem'));
  const note = fold.of<Row & { version: number }>('PrivateNote')[0];
  return [
    ['editNotes', 6, { meetingId, update: typed(fold.notes.get(meetingId), words(), roll) }],
    ['addAgendaItem', 3, { meetingId, title: words() }],
    [
      'editAgendaItem',
      3,
      item && { agendaItemId: item.id, version: item.version, title: words(), position: roll(4) },
    ],
    ['discussAgendaItem', 2, item && { agendaItemId: item.id, undo: roll(4) === 0 }],
    ['carryAgendaItem', 1, item && { agendaItemId: item.id }],
    ['dropAgendaItem', 1, item && { agendaItemId: item.id, reason: words() }],
    ['addActionItem', 3, { meetingId, title: words(), ownerId: actor.id, dueOn: '2030-02-03' }],
    ['editActionItem', 2, promise && { actionItemId: promise.id, version: promise.version, title: words() }],
    ['completeActionItem', 2, promise && { actionItemId: promise.id, undo: roll(4) === 0 }],
    ['dropActionItem', 1, promise && { actionItemId: promise.id, reason: words() }],
    ['savePrivateNote', 1, { meetingId, version: note?.version ?? 0, text: words() }],
  ];
}

function beforeMeeting({ words, roll }: Context, meeting: Meeting | undefined): Choice[] {
  if (!meeting) return [];
  const { id: meetingId, version } = meeting;
  return [
    ['startMeeting', 6, { meetingId }],
    ['confirmMeeting', 2, { meetingId, version }],
    [
      'editMeeting',
      2,
      { meetingId, version, minutes: 20 + roll(60), personalTime: roll(2) ? 'FIRST' : 'LAST' },
    ],
    ['prepare', 2, { meetingId, words: words(), ready: roll(2) === 0 }],
    ['dropPersonalTime', 2, { meetingId, undo: roll(3) === 0 }],
    ['cancelMeeting', 1, roll(3) === 0 && { meetingId, reason: words() }],
  ];
}

function inMeeting({ client, pick, words, roll }: Context, meeting: Meeting): Choice[] {
  const { id: meetingId } = meeting;
  const segmentId = pick(meeting.segments)?.id;
  const leads = meeting.leader?.id === client.actor.id;
  const advice = pick(client.fold.of<Row & Of>('Advice'));
  const state = pick(['TAKEN', 'CONSIDERING', 'NOT_FOR_ME']);
  return [
    ['givePulse', 6, { meetingId, kind: pick(['HELPFUL', 'TOO_FAST', 'LOST_ME']) }],
    ['countQuestion', 5, { meetingId }],
    ['markUsefulness', 3, { meetingId, value: 1 + roll(5) }],
    ['startTalking', 4, { meetingId }],
    ['stopTalking', 2, { meetingId }],
    ['keepMoment', 4, { meetingId, kind: 'INSIGHT', audience: roll(2) ? 'MINE' : 'SHARED', words: words() }],
    ['giveAdvice', 3, { meetingId, text: words() }],
    ['markAdvice', 2, advice && { adviceId: advice.id, state }],
    ['enterSegment', 6, leads && segmentId && { meetingId, segmentId }],
    ['extendSegment', 1, leads && segmentId && { meetingId, segmentId, minutes: 1 + roll(5) }],
    ['handOverLead', 1, leads && { meetingId }],
    ['askToMoveOn', 1, !leads && { meetingId }],
    ['interruptMeeting', 2, meeting.state !== 'INTERRUPTED' && { meetingId }],
    ['resumeMeeting', 8, meeting.state === 'INTERRUPTED' && { meetingId }],
    ['undoStart', 1, roll(3) === 0 && { meetingId }],
    ['endMeeting', 4, { meetingId }],
  ];
}

function afterMeeting({ words, roll }: Context, meeting: Meeting | undefined): Choice[] {
  if (!meeting) return [];
  const { id: meetingId, version } = meeting;
  return [
    ['reopenMeeting', 2, { meetingId }],
    ['correctSummary', 2, { meetingId, version, summary: words() }],
    ['keepMoment', 1, { meetingId, kind: 'ADVICE', audience: roll(2) ? 'MINE' : 'SHARED' }],
  ];
}

function aboutExchange({ client, pick, words, roll }: Context): Choice[] {
  const { fold, actor } = client;
  const exchange = pick([...fold.exchanges.values()].filter(({ mine }) => !mine?.sealedAt));
  const moment = pick(fold.of<Row & Of>('Moment').filter(({ author }) => author.id === actor.id));
  const audience = roll(3) === 0 ? 'SHARED' : undefined;
  const answers = { helped: words(), change: words(), strength: words() };
  const ratings = PRINCIPLES.map((principle) => ({ principle, value: 1 + roll(5) }));
  const exchangeId = exchange?.id;
  const version = Number(exchange?.mine?.version ?? 0);
  return [
    [
      'saveExchangeDraft',
      6,
      exchangeId && { exchangeId, version, ...answers, ratings: ratings.slice(roll(6)) },
    ],
    ['sealExchange', 8, exchangeId && { exchangeId, ...answers, ratings }],
    ['editMoment', 2, moment && { momentId: moment.id, version: moment.version, words: words(), audience }],
  ];
}

/** What a page sends that knows so much of the notes, when somebody types or deletes a few words. */
function typed(known: Y.Doc | undefined, words: string, roll: Dice): string {
  const doc = new Y.Doc();
  if (known) Y.applyUpdate(doc, Y.encodeStateAsUpdate(known));
  const before = Y.encodeStateVector(doc);
  const text = doc.getText('notes');
  const at = roll(text.length + 1);
  if (text.length > 40) text.delete(at, Math.min(10, text.length - at));
  text.insert(at, `${words} `);
  return Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64');
}
