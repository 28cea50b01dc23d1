import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../test/harness/actor.ts';
import { type Belay, startBelay } from '../../../test/harness/belay.ts';
import { days } from '../platform/clock.ts';
import { inMinutes, plan, planned, type Story } from './testStory.ts';

let belay: Belay;
beforeAll(async () => {
  belay = await startBelay();
});
afterAll(() => belay.close());

type Suggestion = {
  reason: string;
  title: string;
  goal: { id: string } | null;
  actionItem: { id: string } | null;
};

async function suggestionsTo(actor: Actor, id: string): Promise<Suggestion[]> {
  const { meeting } = await actor.query<{ meeting: { agendaSuggestions: Suggestion[] } }>(
    'query($id: ID!) { meeting(id: $id) { agendaSuggestions { reason title goal { id } actionItem { id } } } }',
    { id },
  );
  return meeting.agendaSuggestions;
}

async function activeGoal({ mentee, mentorshipId }: Story): Promise<string> {
  const { goal } = await mentee.mutate<{ goal: { id: string } }>(
    'addGoal',
    { mentorshipId, title: 'First paper' },
    'goal { id }',
  );
  await mentee.mutate('activateGoal', { goalId: goal.id });
  return goal.id;
}

describe('Meeting.agendaSuggestions', () => {
  it('name a goal the two see 20 points apart, until it is on the agenda', async () => {
    const story = await planned(belay);
    const { mentor, mentee, meetingId } = story;
    const goalId = await activeGoal(story);
    await mentor.mutate('estimateProgress', { goalId, value: 40 });
    expect(await suggestionsTo(mentor, meetingId)).toEqual([]);
    await mentee.mutate('estimateProgress', { goalId, value: 59 });
    expect(await suggestionsTo(mentor, meetingId)).toEqual([]);
    await mentee.mutate('estimateProgress', { goalId, value: 60 });
    expect(await suggestionsTo(mentor, meetingId)).toMatchObject([
      { reason: 'ESTIMATES_DIVERGE', goal: { id: goalId }, actionItem: null },
    ]);
    await mentee.mutate('addAgendaItem', { meetingId, title: 'How far are we?', goalId });
    expect(await suggestionsTo(mentor, meetingId)).toEqual([]);
  });

  it('name a promise that is open past its day, and nothing once the meeting is over', async () => {
    const story = await planned(belay);
    const { mentor, mentee, meetingId } = story;
    const dueOn = inMinutes(belay, 2 * 24 * 60).slice(0, 10);
    await mentor.mutate('startMeeting', { meetingId });
    await mentor.mutate('addActionItem', { meetingId, title: 'Write it', ownerId: mentee.id, dueOn });
    await mentor.mutate('endMeeting', { meetingId });
    const nextId = await plan(belay, story);
    expect(await suggestionsTo(mentee, nextId)).toEqual([]);
    belay.clock.advance(days(4));
    expect(await suggestionsTo(mentee, nextId)).toMatchObject([
      { reason: 'PROMISE_OPEN', title: 'What became of: Write it', goal: null },
    ]);
    expect(await suggestionsTo(mentee, meetingId)).toEqual([]);
  });
});

describe('Query.openQuestions', () => {
  it('lends questions that cannot be answered with yes or no', async () => {
    const { mentor } = await belay.pair();
    const { openQuestions } = await mentor.query<{ openQuestions: string[] }>('{ openQuestions }');
    expect(openQuestions.length).toBeGreaterThan(10);
    expect(openQuestions.every((question) => /^(What|How|Who)\b.*\?$/.test(question))).toBe(true);
  });
});
