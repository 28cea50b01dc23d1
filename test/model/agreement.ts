import { expect } from 'vitest';
import { Client, type Written } from './client.ts';
import type { Event } from './fold.ts';

/** Writes that leave exactly one event of this type (or of one of these) when they are kept. */
const LEAVES: Record<string, string[]> = {
  addGoal: ['GoalAdded'],
  editGoal: ['GoalEdited'],
  activateGoal: ['GoalStateChanged'],
  parkGoal: ['GoalStateChanged'],
  achieveGoal: ['GoalStateChanged'],
  retireGoal: ['GoalStateChanged'],
  estimateProgress: ['ProgressEstimated'],
  addMilestone: ['MilestoneAdded'],
  editMilestone: ['MilestoneEdited'],
  removeMilestone: ['MilestoneRemoved'],
  planMeeting: ['MeetingPlanned'],
  startMeeting: ['MeetingStarted'],
  endMeeting: ['MeetingEnded'],
  reopenMeeting: ['MeetingReopened'],
  addActionItem: ['ActionItemAdded'],
  giveAdvice: ['AdviceGiven'],
  countQuestion: ['QuestionCounted'],
  givePulse: ['PulseGiven'],
  keepMoment: ['MomentKept', 'PrivateMomentKept'],
  editNotes: ['NotesEdited'],
  savePrivateNote: ['PrivateNoteSaved'],
  saveExchangeDraft: ['ExchangeDraftSaved'],
  sealExchange: ['ExchangeSealed'],
};

/** What is counted: the write that makes one, and the type of what it makes. */
const MAKES: [name: string, typename: string][] = [
  ['addGoal', 'Goal'],
  ['estimateProgress', 'ProgressEstimate'],
  ['planMeeting', 'Meeting'],
  ['giveAdvice', 'Advice'],
  ['givePulse', 'Pulse'],
];

/** Both sides, somebody who reads everything anew, and a fold of the whole stream know the same. */
export async function expectAgreement(clients: Client[]): Promise<void> {
  for (const client of clients) {
    const { heads, state } = await client.read();
    await Promise.all([client.shared.reach(heads.shared), client.own.reach(heads.own)]);
    const meetingIds = Object.keys(state.rooms);
    expect(client.fold.state(meetingIds)).toEqual(state);

    const late = new Client(client.place, client.actor, client.mentorshipId);
    await Promise.all([late.shared.reach(heads.shared), late.own.reach(heads.own)]);
    await late.stop();
    expect(late.fold.state(meetingIds)).toEqual(state);
    expect(late.heard.shared.map(({ id }) => id)).toEqual(client.heard.shared.map(({ id }) => id));
  }
}

/** What was kept is in the streams, once; what was refused has left nothing. */
export function expectCountedOnce(clients: Client[]): void {
  for (const client of clients) {
    const heard = [...client.heard.shared, ...client.heard.own];
    for (const write of client.written)
      expectLeft(
        write,
        heard.filter(({ opId }) => opId === write.opId),
      );
    const named = new Set(client.written.map(({ opId }) => opId));
    expect(heard.filter(({ opId }) => opId !== null && !named.has(opId))).toEqual([]);
  }
  const kept = clients.flatMap(({ written }) => written.filter((write) => write.kept));
  for (const [name, typename] of MAKES) {
    const made = kept.filter((write) => write.name === name);
    expect(clients.map(({ fold }) => fold.of(typename).length)).toEqual(clients.map(() => made.length));
  }
}

function expectLeft({ name, kept }: Written, events: Event[]): void {
  if (!kept) expect({ name, events }).toEqual({ name, events: [] });
  const types = LEAVES[name];
  if (!kept || !types) return;
  const left = events.filter(({ __typename }) => types.includes(__typename));
  expect({ name, left: left.length }).toEqual({ name, left: 1 });
}

/** What was tried, kept and refused, for a word at the end. */
export function tally(clients: Client[]): { kept: number; refused: number; resumed: number } {
  const written = clients.flatMap((client) => client.written);
  const kept = written.filter((write) => write.kept).length;
  const resumed = clients.reduce((sum, { shared, own }) => sum + shared.resumed + own.resumed, 0);
  return { kept, refused: written.length - kept, resumed };
}
