import type { AgendaState } from '@belay/prisma/client';
import { builder, FactInterface, NodeInterface } from '../builder.ts';
import { takesPart } from '../mentorships/policy.ts';
import { AgendaItemSettled } from './agendaItem.ts';
import { type EventFields, meetingEvent } from './events.ts';

export const AgendaStateEnum = builder.enumType('AgendaState', {
  values: ['OPEN', 'DISCUSSED', 'DROPPED', 'CARRIED'] as const,
});

builder.prismaObject('AgendaItem', {
  interfaces: [NodeInterface],
  authScopes: (item, context) => takesPart(context, item.meeting.mentorshipId),
  select: { id: true, meeting: { select: { mentorshipId: true } } },
  fields: (t) => ({
    meeting: t.relation('meeting'),
    author: t.prismaField({
      type: 'Person',
      select: { authorId: true },
      resolve: (query, { authorId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: authorId } }),
    }),
    goal: t.relation('goal', { nullable: true, description: 'Null when it is about no goal.' }),
    title: t.exposeString('title'),
    detail: t.exposeString('detail'),
    position: t.exposeInt('position', { description: 'The agenda is read in ascending order.' }),
    state: t.expose('state', { type: AgendaStateEnum }),
    dropReason: t.exposeString('dropReason', { nullable: true, description: 'Null unless it was dropped.' }),
    carriedFrom: t.relation('carriedFrom', {
      nullable: true,
      description: 'The same item on the agenda of an earlier meeting; null when it was new here.',
    }),
    carriedTo: t.relation('carriedTo', {
      nullable: true,
      description: 'The same item on the agenda of a later meeting; null while there is none.',
    }),
    version: t.exposeInt('version', { description: 'Name it when you edit the item.' }),
  }),
});

builder.prismaObjectField('Meeting', 'agenda', (t) =>
  t.relation('agenda', {
    description: 'In order; at most 50, and what was carried over.',
    query: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  }),
);

builder.prismaObjectField('Goal', 'talkedAbout', (t) =>
  t.relation('agenda', {
    description: 'Agenda items of meetings about this goal, newest first; at most 20.',
    query: { orderBy: { id: 'desc' }, take: 20 },
  }),
);

builder.objectType(AgendaItemSettled, {
  name: 'AgendaItemSettled',
  description: 'The item is not open any more: it was discussed, dropped or carried.',
  interfaces: [FactInterface],
  fields: (t) => ({
    agendaItem: t.prismaField({
      type: 'AgendaItem',
      resolve: (query, { agendaItemId }, _args, { prisma }) =>
        prisma.agendaItem.findUniqueOrThrow({ ...query, where: { id: agendaItemId } }),
    }),
  }),
});

type ItemPayload = { agendaItem: { id: string; state: AgendaState } };

const itemField = (t: EventFields<ItemPayload>) =>
  t.prismaField({
    type: 'AgendaItem',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.agendaItem.findUniqueOrThrow({ ...query, where: { id: payload.agendaItem.id } }),
  });

meetingEvent<ItemPayload>('AgendaItemAdded', 'Something was put on the agenda.', (t) => ({
  agendaItem: itemField(t),
}));
meetingEvent<ItemPayload>(
  'AgendaItemEdited',
  'An item was reworded or moved. A move shifts others: read the agenda again.',
  (t) => ({ agendaItem: itemField(t) }),
);
meetingEvent<ItemPayload>(
  'AgendaItemHandled',
  'An item was discussed, dropped or carried, or is open again.',
  (t) => ({
    agendaItem: itemField(t),
    state: t.field({
      type: AgendaStateEnum,
      description: 'What became of it then.',
      resolve: ({ payload }) => payload.agendaItem.state,
    }),
  }),
);
