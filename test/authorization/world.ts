import { Doc, encodeStateAsUpdate } from 'yjs';
import type { Actor } from '../harness/actor.ts';
import type { Belay } from '../harness/belay.ts';

/** Words that only some may ever read; each stands in one place of the world. */
export const MARKS = {
  shared: 'shared between the two',
  mentorOnly: 'for the mentor alone',
  menteeOnly: 'for the mentee alone',
  mentorSealed: 'sealed by the mentor',
} as const;

export type World = {
  mentor: Actor;
  mentee: Actor;
  /** Somebody with an account, and a mentorship, of their own. */
  outsider: Actor;
  stranger: Actor;
  ids: Ids;
};

export type Ids = {
  mentorship: string;
  goal: string;
  idea: string;
  milestone: string;
  live: string;
  planned: string;
  segment: string;
  agendaItem: string;
  actionItem: string;
  advice: string;
  moment: string;
  privateMoment: string;
  exchange: string;
  invitation: string;
  mentorsToken: string;
};

type Made = Record<string, { id: string }>;

/** A mentorship in the middle of a meeting, with something of every kind in it. */
export async function buildWorld(belay: Belay): Promise<World> {
  const { mentor, mentee, mentorshipId } = await belay.pair();
  const { mentor: outsider } = await belay.pair();
  const make = async (who: Actor, name: string, input: object, thing: string, more = '') => {
    const made = await who.mutate<Made>(name, { ...input }, `${thing} { id ${more} }`);
    const id = made[thing]?.id;
    if (!id) throw new Error(`${name} answered ${JSON.stringify(made)}`);
    return id;
  };
  const words = MARKS.shared;

  const goal = await make(
    mentee,
    'addGoal',
    { mentorshipId, title: words, why: words, planIf: words, planThen: words },
    'goal',
  );
  await mentee.mutate('activateGoal', { goalId: goal });
  const idea = await make(mentee, 'addGoal', { mentorshipId, title: words }, 'goal');
  const milestone = await make(mentee, 'addMilestone', { goalId: goal, title: words }, 'milestone');
  await mentee.mutate('estimateProgress', { goalId: goal, value: 70, why: words });
  await mentor.mutate('estimateProgress', { goalId: goal, value: 30, why: words });

  const meeting = { mentorshipId, minutes: 60, zone: 'Europe/Zurich', objective: words, place: words };
  const now = belay.clock.now();
  const live = await make(mentor, 'planMeeting', { ...meeting, startsAt: now }, 'meeting');
  const agendaItem = await make(
    mentee,
    'addAgendaItem',
    { meetingId: live, title: words, detail: words, goalId: goal },
    'agendaItem',
  );
  await mentee.mutate('prepare', { meetingId: live, words, ready: true });
  await mentor.mutate('startMeeting', { meetingId: live });
  const planned = await make(
    mentee,
    'planMeeting',
    { ...meeting, startsAt: new Date(now.getTime() + 86_400_000) },
    'meeting',
  );
  const { meeting: room } = await mentor.query<{ meeting: { segments: { id: string; kind: string }[] } }>(
    'query($id: ID!) { meeting(id: $id) { segments { id kind } } }',
    { id: live },
  );
  const segmentOf = (kind: string) => room.segments.find((segment) => segment.kind === kind)?.id ?? '';

  const actionItem = await make(
    mentor,
    'addActionItem',
    { meetingId: live, ownerId: mentee.id, title: words },
    'actionItem',
  );
  const advice = await make(mentor, 'giveAdvice', { meetingId: live, text: words }, 'advice');
  const moment = await make(
    mentor,
    'keepMoment',
    { meetingId: live, kind: 'INSIGHT', words, audience: 'SHARED' },
    'moment',
  );
  const privateMoment = await make(
    mentor,
    'keepMoment',
    { meetingId: live, kind: 'INSIGHT', words: MARKS.mentorOnly, audience: 'MINE' },
    'moment',
  );
  await mentor.mutate('savePrivateNote', { meetingId: live, version: 0, text: MARKS.mentorOnly });
  await mentee.mutate('savePrivateNote', { meetingId: live, version: 0, text: MARKS.menteeOnly });
  await mentee.mutate('editNotes', { meetingId: live, update: notesSaying(words) });
  await mentee.mutate('givePulse', { meetingId: live, kind: 'HELPFUL' });
  await mentee.mutate('markUsefulness', { meetingId: live, value: 4 });
  await mentee.mutate('countQuestion', { meetingId: live });
  await mentor.mutate('startTalking', { meetingId: live });

  await mentor.mutate('enterSegment', { meetingId: live, segmentId: segmentOf('EXCHANGE') });
  const { meeting: asked } = await mentor.query<{ meeting: { exchange: { id: string } } }>(
    'query($id: ID!) { meeting(id: $id) { exchange { id } } }',
    { id: live },
  );
  await mentor.mutate('sealExchange', { exchangeId: asked.exchange.id, ...sealed(MARKS.mentorSealed) });

  const invitation = await make(
    mentor,
    'sendInvitation',
    { email: 'somebody@example.org', inviteeSide: 'MENTEE', words },
    'invitation',
  );
  const { viewer } = await mentor.query<{ viewer: { tokens: { id: string }[] } }>(
    '{ viewer { tokens { id } } }',
  );
  return {
    mentor,
    mentee,
    outsider,
    stranger: belay.stranger(),
    ids: {
      mentorship: mentorshipId,
      goal,
      idea,
      milestone,
      live,
      planned,
      segment: segmentOf('AGENDA'),
      agendaItem,
      actionItem,
      advice,
      moment,
      privateMoment,
      exchange: asked.exchange.id,
      invitation,
      mentorsToken: viewer.tokens[0]?.id ?? '',
    },
  };
}

export function sealed(words: string) {
  const principles = ['RESPECT', 'OPENNESS', 'RESPONSIBILITY', 'TRUST', 'APPRECIATION', 'MUTUAL_BENEFIT'];
  return {
    helped: words,
    change: words,
    strength: words,
    ratings: principles.map((principle) => ({ principle, value: 4 })),
  };
}

export function notesSaying(words: string): string {
  const doc = new Doc();
  doc.getText('notes').insert(0, words);
  return Buffer.from(encodeStateAsUpdate(doc)).toString('base64');
}
