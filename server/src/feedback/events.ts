import type { PulseKind } from '@belay/prisma/client';
import { viewerEvent } from '../accounts/events.ts';
import { meetingEvent } from '../meetings/events.ts';
import { PulseKindEnum } from './live.schema.ts';

meetingEvent<{ pulse: { id: string; kind: PulseKind } }>('PulseGiven', 'One tap while talking.', (t) => ({
  kind: t.field({ type: PulseKindEnum, resolve: ({ payload }) => payload.pulse.kind }),
  pulse: t.prismaField({
    type: 'Pulse',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.pulse.findUniqueOrThrow({ ...query, where: { id: payload.pulse.id } }),
  }),
}));

meetingEvent<{ mark: { id: string; value: number } }>(
  'UsefulnessMarked',
  'Somebody said how useful this is right now.',
  (t) => ({
    value: t.int({ resolve: ({ payload }) => payload.mark.value }),
    mark: t.prismaField({
      type: 'UsefulnessMark',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.usefulnessMark.findUniqueOrThrow({ ...query, where: { id: payload.mark.id } }),
    }),
  }),
);

type OfMoment = { meetingId: string; moment: { id: string } };

for (const [name, description] of [
  ['MomentKept', 'A moment was kept for both, or its author shares it now.'],
  ['MomentEdited', 'A shared moment was reworded.'],
] as const) {
  meetingEvent<OfMoment>(name, description, (t) => ({
    moment: t.prismaField({
      type: 'Moment',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.moment.findUniqueOrThrow({ ...query, where: { id: payload.moment.id } }),
    }),
  }));
}

for (const [name, description] of [
  ['PrivateMomentKept', 'You kept a moment for yourself.'],
  ['PrivateMomentEdited', 'You reworded a moment of your own.'],
] as const) {
  viewerEvent<OfMoment>(name, description, (t) => ({
    meeting: t.prismaField({
      type: 'Meeting',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.meeting.findUniqueOrThrow({ ...query, where: { id: payload.meetingId } }),
    }),
    moment: t.prismaField({
      type: 'Moment',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.moment.findUniqueOrThrow({ ...query, where: { id: payload.moment.id } }),
    }),
  }));
}

for (const [name, description] of [
  ['ExchangeOpened', 'The meeting has come to its exchange, or ended: both may write their part.'],
  ['ExchangeRevealed', 'Both have sealed, and both parts are open to both from this moment.'],
  ['ExchangeClosed', '48 hours have passed. A part that was sealed alone stays with its author.'],
] as const) {
  meetingEvent<{ exchange: { id: string } }>(name, description, (t) => ({
    exchange: t.prismaField({
      type: 'Exchange',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.exchange.findUniqueOrThrow({ ...query, where: { id: payload.exchange.id } }),
    }),
  }));
}

for (const [name, description] of [
  ['ExchangeDraftSaved', 'You wrote on your part of an exchange; only you are told.'],
  ['ExchangeSealed', 'You sealed your part of an exchange; only you are told.'],
] as const) {
  viewerEvent<{ exchangeId: string }>(name, description, (t) => ({
    exchange: t.prismaField({
      type: 'Exchange',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.exchange.findUniqueOrThrow({ ...query, where: { id: payload.exchangeId } }),
    }),
  }));
}
