import type { PrismaClient } from '@belay/prisma/client';
import * as Y from 'yjs';
import {
  entryFacts,
  exchangeFacts,
  markFacts,
  momentFacts,
  pulseFacts,
} from '../../server/src/feedback/facts.ts';
import { estimateFacts, goalFacts, milestoneFacts } from '../../server/src/goals/facts.ts';
import {
  actionItemFacts,
  adviceFacts,
  agendaItemFacts,
  meetingFacts,
  preparationFacts,
  segmentFacts,
  talkTurnFacts,
} from '../../server/src/meetings/facts.ts';
import { sorted } from './fold.ts';

type Facts = { id: string; [key: string]: unknown };
type Step = { milestoneId: string; goalId: string; position: number };
type Payload = { [key: string]: unknown } & {
  goalId: string;
  meetingId: string;
  personId: string;
  to: string;
  reason: string | null;
};

/** The rows that an event carries whole, under their names. */
const WHOLE = [
  ...['meeting', 'agendaItem', 'actionItem', 'advice', 'turn', 'pulse', 'mark', 'moment'],
  'exchange',
];

/** What the shared stream says, by its payloads and nothing else. */
export async function foldOfStream(prisma: PrismaClient, mentorshipId: string) {
  const events = await prisma.streamEvent.findMany({
    where: { streamId: mentorshipId },
    orderBy: { seq: 'asc' },
  });
  const fold = new StreamFold();
  for (const { type, payload } of events) fold.take(type, payload as Payload);
  return { seqs: events.map(({ seq }) => seq), ...fold.state() };
}

class StreamFold {
  readonly #rows = new Map<string, Facts>();
  readonly #segments = new Map<string, Facts[]>();
  readonly #paths = new Map<string, Step[]>();
  readonly #entries = new Map<string, unknown>();
  readonly #questions: string[] = [];
  readonly #notes = new Map<string, Y.Doc>();

  take(type: string, payload: Payload): void {
    for (const name of WHOLE) if (payload[name]) this.#put(name, payload[name] as Facts);
    if (payload.segments) this.#segments.set(payload.meetingId, payload.segments as Facts[]);
    for (const [id, position] of Object.entries(payload.positions ?? {}))
      this.#put('agendaItem', { id, position });
    if (payload.preparation) {
      this.#put('preparation', { id: `${payload.meetingId} ${payload.personId}`, ...payload.preparation });
    }
    if (payload.entries) this.#entries.set((payload.exchange as Facts).id, payload.entries);
    if (type === 'QuestionCounted') this.#questions.push(`${payload.meetingId} ${payload.personId}`);
    if (type === 'NotesEdited') this.#write(payload.meetingId, String(payload.update));
    if (type === 'GoalAdded' || type === 'GoalEdited') this.#put('goal', { id: payload.goalId, ...payload });
    if (type === 'GoalStateChanged') {
      this.#put('goal', { id: payload.goalId, state: payload.to, reason: payload.reason });
    }
    if (type === 'ProgressEstimated') this.#put('estimate', { id: String(payload.estimateId), ...payload });
    if (type.startsWith('Milestone')) this.#walk(type, payload as unknown as Step);
  }

  #put(name: string, facts: Facts): void {
    const key = `${name} ${facts.id}`;
    this.#rows.set(key, { ...this.#rows.get(key), ...facts });
  }

  #write(meetingId: string, update: string): void {
    const doc = this.#notes.get(meetingId) ?? new Y.Doc();
    this.#notes.set(meetingId, doc);
    Y.applyUpdate(doc, Buffer.from(update, 'base64'));
  }

  #walk(type: string, step: Step): void {
    const path = this.#paths.get(step.goalId)?.filter((it) => it.milestoneId !== step.milestoneId) ?? [];
    if (type !== 'MilestoneRemoved') path.splice(step.position, 0, step);
    this.#paths.set(
      step.goalId,
      path.map((it, position) => ({ ...it, position })),
    );
  }

  #of(name: string): Facts[] {
    const rows = [...this.#rows].filter(([key]) => key.startsWith(`${name} `));
    return sorted(rows.map(([, facts]) => facts));
  }

  state() {
    return {
      goals: this.#of('goal').map((goal) => ({ reason: null, ...goal })),
      milestones: [...this.#paths.values()].flat().sort(byStep),
      estimates: this.#of('estimate'),
      meetings: this.#of('meeting'),
      segments: sorted([...this.#segments.values()].flat()),
      preparations: this.#of('preparation'),
      agenda: this.#of('agendaItem'),
      promises: this.#of('actionItem'),
      advice: this.#of('advice'),
      turns: this.#of('turn'),
      pulses: this.#of('pulse'),
      marks: this.#of('mark'),
      moments: this.#of('moment'),
      exchanges: this.#of('exchange').map((it) => ({ ...it, entries: this.#entries.get(it.id) ?? [] })),
      questions: [...this.#questions].sort(),
      notes: Object.fromEntries([...this.#notes].map(([id, doc]) => [id, doc.getText('notes').toString()])),
    };
  }
}

/** What the tables say, in the same form. */
export async function stateOfTables(prisma: PrismaClient, mentorshipId: string) {
  const meeting = { mentorshipId };
  const of = { where: { meeting } };
  const ofGoal = { where: { goal: { mentorshipId } } };
  const exchanges = await prisma.exchange.findMany({
    ...of,
    include: { entries: { orderBy: { side: 'asc' } } },
  });
  const questions = await prisma.clarifyingQuestion.findMany(of);
  const notes = await prisma.meetingNotes.findMany(of);
  return {
    goals: sorted(
      (await prisma.goal.findMany({ where: { mentorshipId } })).map((goal) => ({
        id: goal.id,
        ...goalFacts(goal),
        reason: goal.retiredReason,
      })),
    ),
    milestones: (await prisma.milestone.findMany(ofGoal)).map(milestoneFacts).sort(byStep),
    estimates: sorted(
      (await prisma.progressEstimate.findMany(ofGoal)).map((it) => ({ id: it.id, ...estimateFacts(it) })),
    ),
    meetings: sorted((await prisma.meeting.findMany({ where: meeting })).map(meetingFacts)),
    segments: sorted((await prisma.segment.findMany(of)).map(segmentFacts)),
    preparations: sorted(
      (await prisma.preparation.findMany(of)).map((it) => ({
        id: `${it.meetingId} ${it.personId}`,
        ...preparationFacts(it),
      })),
    ),
    agenda: sorted((await prisma.agendaItem.findMany(of)).map(agendaItemFacts)),
    promises: sorted((await prisma.actionItem.findMany({ where: meeting })).map(actionItemFacts)),
    advice: sorted((await prisma.advice.findMany(of)).map(adviceFacts)),
    turns: sorted((await prisma.talkTurn.findMany(of)).map(talkTurnFacts)),
    pulses: sorted((await prisma.pulse.findMany(of)).map(pulseFacts)),
    marks: sorted((await prisma.usefulnessMark.findMany(of)).map(markFacts)),
    moments: sorted(
      (await prisma.moment.findMany({ where: { ...meeting, audience: 'SHARED' } })).map(momentFacts),
    ),
    exchanges: sorted(
      exchanges.map((exchange) => ({
        ...exchangeFacts(exchange),
        entries: exchange.state === 'REVEALED' ? exchange.entries.map(entryFacts) : [],
      })),
    ),
    questions: questions.map(({ meetingId, askerId }) => `${meetingId} ${askerId}`).sort(),
    notes: Object.fromEntries(notes.map(({ meetingId, text }) => [meetingId, text])),
  };
}

const byStep = (a: { milestoneId: string }, b: { milestoneId: string }) =>
  a.milestoneId < b.milestoneId ? -1 : 1;
