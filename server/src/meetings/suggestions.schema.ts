import { builder } from '../builder.ts';
import { takesPart } from '../mentorships/policy.ts';
import { OPEN_QUESTIONS } from './openQuestions.ts';
import { LIVE, PLANNED } from './policy.ts';
import { type AgendaSuggestion, suggestionsFor } from './suggestions.ts';

const AgendaSuggestionRef = builder.objectRef<AgendaSuggestion>('AgendaSuggestion').implement({
  description: 'Something worth talking about.',
  authScopes: ({ mentorshipId }, context) => takesPart(context, mentorshipId),
  fields: (t) => ({
    title: t.exposeString('title', { description: 'As an agenda item would be titled.' }),
    reason: t.field({
      type: builder.enumType('SuggestionReason', {
        values: {
          ESTIMATES_DIVERGE: { description: 'The newest estimates of the two lie 20 points or more apart.' },
          PROMISE_OPEN: { description: 'A promise is open past its day.' },
        } as const,
      }),
      resolve: ({ reason }) => reason,
    }),
    goal: t.prismaField({
      type: 'Goal',
      nullable: true,
      description: 'Null unless it is about one.',
      resolve: (query, { goalId }, _args, { prisma }) =>
        goalId ? prisma.goal.findUnique({ ...query, where: { id: goalId } }) : null,
    }),
    actionItem: t.prismaField({
      type: 'ActionItem',
      nullable: true,
      description: 'Null unless it is about one.',
      resolve: (query, { actionItemId }, _args, { prisma }) =>
        actionItemId ? prisma.actionItem.findUnique({ ...query, where: { id: actionItemId } }) : null,
    }),
  }),
});

builder.prismaObjectFields('Meeting', (t) => ({
  agendaSuggestions: t.field({
    type: [AgendaSuggestionRef],
    description:
      'What could go on the agenda: active goals the two see differently and that are not on it yet, then promises ' +
      'open past their day; at most 10 of each. Empty once the meeting is over.',
    select: { id: true, mentorshipId: true, zone: true, state: true },
    resolve: (meeting, _args, { prisma, clock }) =>
      [...PLANNED, ...LIVE].includes(meeting.state) ? suggestionsFor(prisma, meeting, clock.now()) : [],
  }),
}));

builder.queryField('openQuestions', (t) =>
  t.stringList({
    description: 'Open questions to borrow, in no order of worth.',
    resolve: () => [...OPEN_QUESTIONS],
  }),
);
