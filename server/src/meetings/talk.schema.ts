import { builder, NodeInterface } from '../builder.ts';
import { takesPart } from '../mentorships/policy.ts';
import { TooMany } from '../platform/facts.ts';
import { countQuestion } from './countQuestion.ts';
import { MeetingNotInState } from './errors.ts';
import { type EventFields, meetingEvent, personField } from './events.ts';
import { meetingMutation } from './meetingMutation.ts';
import { startTalking } from './startTalking.ts';
import { stopTalking } from './stopTalking.ts';
import { type QuestionCount, questionCounts, type TalkShare, talkShares } from './talkShares.ts';

builder.prismaObject('TalkTurn', {
  description: '"I am talking", by tap; nothing is recorded.',
  interfaces: [NodeInterface],
  authScopes: (turn, context) => takesPart(context, turn.meeting.mentorshipId),
  select: { id: true, meeting: { select: { mentorshipId: true } } },
  fields: (t) => ({
    person: t.prismaField({
      type: 'Person',
      select: { personId: true },
      resolve: (query, { personId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
    }),
    startedAt: t.expose('startedAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: 'Null while it lasts.' }),
  }),
});

const TalkShareRef = builder.objectRef<TalkShare>('TalkShare').implement({
  description: 'How long one of the two said that they were talking.',
  authScopes: ({ mentorshipId }, context) => takesPart(context, mentorshipId),
  fields: (t) => ({
    person: t.prismaField({
      type: 'Person',
      resolve: (query, { personId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
    }),
    seconds: t.exposeInt('seconds', { description: 'Of finished turns; the running one is `talking`.' }),
  }),
});

const QuestionCountRef = builder.objectRef<QuestionCount>('QuestionCount').implement({
  description: 'How many clarifying questions one of the two asked.',
  authScopes: ({ mentorshipId }, context) => takesPart(context, mentorshipId),
  fields: (t) => ({
    person: t.prismaField({
      type: 'Person',
      resolve: (query, { personId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
    }),
    count: t.exposeInt('count'),
  }),
});

builder.prismaObjectFields('Meeting', (t) => ({
  talking: t.prismaField({
    type: 'TalkTurn',
    nullable: true,
    description: 'Who is talking now, by tap; null when nobody said so.',
    select: { id: true },
    resolve: (query, { id }, _args, { prisma }) =>
      prisma.talkTurn.findFirst({ ...query, where: { meetingId: id, endedAt: null } }),
  }),
  talkShares: t.field({
    type: [TalkShareRef],
    description: 'Of both, the mentor first.',
    select: { id: true, mentorship: { select: { id: true, mentorId: true, menteeId: true } } },
    resolve: ({ id, mentorship }, _args, { prisma }) => talkShares(prisma, id, mentorship),
  }),
  questionCounts: t.field({
    type: [QuestionCountRef],
    description: 'Of both, the mentor first.',
    select: { id: true, mentorship: { select: { id: true, mentorId: true, menteeId: true } } },
    resolve: ({ id, mentorship }, _args, { prisma }) => questionCounts(prisma, id, mentorship),
  }),
}));

type TurnPayload = { turn: { id: string } };

const turnField = (t: EventFields<TurnPayload>) =>
  t.prismaField({
    type: 'TalkTurn',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.talkTurn.findUniqueOrThrow({ ...query, where: { id: payload.turn.id } }),
  });

meetingEvent<TurnPayload>('TalkTurnStarted', 'Somebody is talking.', (t) => ({ turn: turnField(t) }));
meetingEvent<TurnPayload>('TalkTurnEnded', 'Their turn is over.', (t) => ({ turn: turnField(t) }));
meetingEvent<{ personId: string; count: number }>(
  'QuestionCounted',
  'Somebody asked a clarifying question.',
  (t) => ({
    person: personField(t),
    count: t.int({
      description: 'How many they have asked in this meeting by then.',
      resolve: ({ payload }) => payload.count,
    }),
  }),
);

meetingMutation('startTalking', {
  description:
    '"I am talking": your turn begins, and the turn of whoever talked ends. Recorded as TalkTurnEnded and ' +
    'TalkTurnStarted; nothing changes when you talk already. MeetingNotInState unless the meeting is live and not ' +
    'interrupted; TooMany beyond 1,000 turns; NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState, TooMany],
  run: startTalking,
});

meetingMutation('stopTalking', {
  description:
    'Your turn ends. Recorded as TalkTurnEnded; nothing changes when you have none. MeetingNotInState when the meeting ' +
    'is not live; NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState],
  run: stopTalking,
});

meetingMutation('countQuestion', {
  description:
    'You asked a clarifying question. Recorded as QuestionCounted. MeetingNotInState when the meeting is not live; ' +
    'TooMany beyond 500 in one meeting; NOT_FOUND when it is not yours.',
  facts: [MeetingNotInState, TooMany],
  run: countQuestion,
});
