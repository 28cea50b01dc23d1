import type { ActionState } from '@belay/prisma/client';
import { ViewerRef } from '../accounts/schema.ts';
import { builder, FactInterface, NodeInterface } from '../builder.ts';
import { takesPart } from '../mentorships/policy.ts';
import { ActionItemSettledAlready } from './actionItem.ts';
import { type EventFields, meetingEvent } from './events.ts';
import { timesCarried } from './timesCarried.ts';

export const ActionStateEnum = builder.enumType('ActionState', {
  values: ['OPEN', 'DONE', 'DROPPED', 'CARRIED'] as const,
});

builder.prismaObject('ActionItem', {
  description: 'A promise: who does what until when.',
  interfaces: [NodeInterface],
  authScopes: (item, context) => takesPart(context, item.mentorshipId),
  select: { id: true, mentorshipId: true },
  fields: (t) => ({
    mentorship: t.relation('mentorship'),
    meeting: t.relation('meeting', { description: 'In which it was made, or to which it was carried.' }),
    author: t.prismaField({
      type: 'Person',
      select: { authorId: true },
      resolve: (query, { authorId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: authorId } }),
    }),
    owner: t.prismaField({
      type: 'Person',
      description: 'Who promised it.',
      select: { ownerId: true },
      resolve: (query, { ownerId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: ownerId } }),
    }),
    title: t.exposeString('title'),
    dueOn: t.expose('dueOn', { type: 'Date', nullable: true, description: 'Null when there is no date.' }),
    state: t.expose('state', { type: ActionStateEnum }),
    dropReason: t.exposeString('dropReason', { nullable: true, description: 'Null unless it was dropped.' }),
    settledAt: t.expose('settledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was kept, dropped or carried; null while it is open.',
    }),
    timesCarried: t.int({
      description: 'How often it was carried over before.',
      select: { id: true, carriedFromId: true },
      resolve: ({ id, carriedFromId }, _args, { prisma }) => (carriedFromId ? timesCarried(prisma, id) : 0),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    version: t.exposeInt('version', { description: 'Name it when you edit the promise.' }),
  }),
});

/** Soonest due first, those without a date last. */
const bySoonest = [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }] as const;

builder.prismaObjectFields('Meeting', (t) => ({
  actionItems: t.relation('actionItems', {
    description:
      'Promises made in this meeting or carried to it, oldest first; at most 100, and what was carried.',
    query: { orderBy: { id: 'asc' } },
  }),
  openPromises: t.prismaField({
    type: ['ActionItem'],
    description: 'Promises from earlier meetings that are still open, soonest due first; at most 50.',
    select: { id: true, mentorshipId: true, startsAt: true },
    resolve: (query, { id, mentorshipId, startsAt }, _args, { prisma }) =>
      prisma.actionItem.findMany({
        ...query,
        where: {
          mentorshipId,
          state: 'OPEN',
          meetingId: { not: id },
          meeting: { startsAt: { lt: startsAt } },
        },
        orderBy: [...bySoonest],
        take: 50,
      }),
  }),
}));

builder.prismaObjectField('Mentorship', 'actionItems', (t) =>
  t.relatedConnection('actionItems', {
    cursor: 'id',
    description: 'Newest first.',
    args: { states: t.arg({ type: [ActionStateEnum] }) },
    query: ({ states }) => ({ where: states ? { state: { in: states } } : {}, orderBy: { id: 'desc' } }),
  }),
);

builder.objectField(ViewerRef, 'promises', (t) =>
  t.prismaField({
    type: ['ActionItem'],
    description: 'What the viewer promised and has not kept yet, soonest due first; at most 50.',
    resolve: (query, { personId }, _args, { prisma }) =>
      prisma.actionItem.findMany({
        ...query,
        where: { ownerId: personId, state: 'OPEN', mentorship: { state: { notIn: ['CLOSED', 'IN_TOUCH'] } } },
        orderBy: [...bySoonest],
        take: 50,
      }),
  }),
);

builder.objectType(ActionItemSettledAlready, {
  name: 'ActionItemSettledAlready',
  description: 'The promise is not open any more: it was kept, dropped or carried.',
  interfaces: [FactInterface],
  fields: (t) => ({
    actionItem: t.prismaField({
      type: 'ActionItem',
      resolve: (query, { actionItemId }, _args, { prisma }) =>
        prisma.actionItem.findUniqueOrThrow({ ...query, where: { id: actionItemId } }),
    }),
  }),
});

type ItemPayload = { actionItem: { id: string; state: ActionState } };

const itemField = (t: EventFields<ItemPayload>) =>
  t.prismaField({
    type: 'ActionItem',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.actionItem.findUniqueOrThrow({ ...query, where: { id: payload.actionItem.id } }),
  });

meetingEvent<ItemPayload>('ActionItemAdded', 'A promise was written down.', (t) => ({
  actionItem: itemField(t),
}));
meetingEvent<ItemPayload>(
  'ActionItemEdited',
  'A promise was reworded, or has another date or owner.',
  (t) => ({
    actionItem: itemField(t),
  }),
);
meetingEvent<ItemPayload>(
  'ActionItemHandled',
  'A promise was kept, dropped or carried, or is open again.',
  (t) => ({
    actionItem: itemField(t),
    state: t.field({
      type: ActionStateEnum,
      description: 'What became of it then.',
      resolve: ({ payload }) => payload.actionItem.state,
    }),
  }),
);
