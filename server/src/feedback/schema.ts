import { ViewerRef } from '../accounts/schema.ts';
import { builder, FactInterface, NodeInterface } from '../builder.ts';
import { requireViewer } from '../context.ts';
import { takesPart, visibleMentorships } from '../mentorships/policy.ts';
import { SideEnum } from '../mentorships/schema.ts';
import { AlreadySealed, ExchangeNotOpen } from './errors.ts';
import { maySeeEntry, stateAsKnown, writableExchanges } from './policy.ts';
import { PRINCIPLES, type Rating, ratingsOf } from './principles.ts';

export const PrincipleEnum = builder.enumType('Principle', {
  description: 'Six principles of a good mentoring relationship.',
  values: PRINCIPLES,
});

const ExchangeStateEnum = builder.enumType('ExchangeState', {
  description:
    'As the asker may know it. OPEN: you have not sealed. ONE_SEALED: you have sealed and wait. Whether the other ' +
    'one has sealed is never told before both have.',
  values: ['OPEN', 'ONE_SEALED', 'REVEALED', 'CLOSED'] as const,
});

export const PrincipleRatingRef = builder.objectRef<Rating>('PrincipleRating').implement({
  fields: (t) => ({
    principle: t.expose('principle', { type: PrincipleEnum }),
    value: t.exposeInt('value', { description: '1–5.' }),
  }),
});

const RATINGS = {
  respect: true,
  openness: true,
  responsibility: true,
  trust: true,
  appreciation: true,
  mutualBenefit: true,
} as const;

const ExchangeEntryRef = builder.prismaObject('ExchangeEntry', {
  description: "One side's part: a draft until it is sealed, its author's alone until both are.",
  authScopes: (entry, context) => maySeeEntry(context, entry),
  select: {
    authorId: true,
    exchange: { select: { state: true, meeting: { select: { mentorshipId: true } } } },
  },
  fields: (t) => ({
    author: t.prismaField({
      type: 'Person',
      resolve: (query, { authorId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: authorId } }),
    }),
    side: t.expose('side', { type: SideEnum }),
    helped: t.exposeString('helped', { description: 'What helped.' }),
    change: t.exposeString('change', { description: 'One thing to change.' }),
    strength: t.exposeString('strength', { description: 'One strength I saw.' }),
    ratings: t.field({
      type: [PrincipleRatingRef],
      description: 'In a draft, those that were given so far.',
      select: RATINGS,
      resolve: ratingsOf,
    }),
    sealedAt: t.expose('sealedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null while it is a draft.',
    }),
    version: t.exposeInt('version', { description: 'Name it when you save the draft.' }),
  }),
});

builder.prismaObject('Exchange', {
  description:
    'The sealed exchange at the end of a meeting. Both write, both seal, and both parts open at the same moment, or ' +
    'none does: 48 hours after the meeting it closes, and a lone part stays with its author.',
  interfaces: [NodeInterface],
  authScopes: ({ meeting }, context) => takesPart(context, meeting.mentorshipId),
  select: { id: true, state: true, meeting: { select: { mentorshipId: true } } },
  fields: (t) => ({
    meeting: t.relation('meeting'),
    state: t.field({
      type: ExchangeStateEnum,
      select: (_args, context) => ({
        state: true,
        closesAt: true,
        entries: { where: { authorId: requireViewer(context).personId }, select: { sealedAt: true } },
      }),
      resolve: (exchange, _args, { clock }) => stateAsKnown(exchange, clock.now()),
    }),
    closesAt: t.expose('closesAt', {
      type: 'DateTime',
      nullable: true,
      description: '48 hours after the meeting ended; null while it runs.',
    }),
    revealedAt: t.expose('revealedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null unless both have sealed.',
    }),
    mine: t.prismaField({
      type: ExchangeEntryRef,
      nullable: true,
      description: 'Yours, draft or sealed; null while you wrote nothing.',
      resolve: (query, { id }, _args, context) =>
        context.prisma.exchangeEntry.findUnique({
          ...query,
          where: { exchangeId_authorId: { exchangeId: id, authorId: requireViewer(context).personId } },
        }),
    }),
    theirs: t.prismaField({
      type: ExchangeEntryRef,
      nullable: true,
      description: 'Null until both have sealed.',
      resolve: (query, { id, state }, _args, context) =>
        state === 'REVEALED'
          ? context.prisma.exchangeEntry.findFirst({
              ...query,
              where: { exchangeId: id, authorId: { not: requireViewer(context).personId } },
            })
          : null,
    }),
  }),
});

const EXCHANGE_FACTS = [
  [AlreadySealed, 'AlreadySealed', 'You have sealed your part already.'],
  [ExchangeNotOpen, 'ExchangeNotOpen', 'It is closed, or its meeting was taken back.'],
] as const;

for (const [fact, name, description] of EXCHANGE_FACTS) {
  builder.objectType(fact, {
    name,
    description,
    interfaces: [FactInterface],
    fields: (t) => ({
      exchange: t.prismaField({
        type: 'Exchange',
        resolve: (query, { exchangeId }, _args, { prisma }) =>
          prisma.exchange.findUniqueOrThrow({ ...query, where: { id: exchangeId } }),
      }),
    }),
  });
}

builder.prismaObjectField('Meeting', 'exchange', (t) =>
  t.relation('exchange', {
    nullable: true,
    description: 'Null until the meeting has come to its exchange or ended.',
  }),
);

builder.objectField(ViewerRef, 'exchangesToSeal', (t) =>
  t.prismaField({
    type: ['Exchange'],
    description: 'Those that wait for your own part, the first to close first; at most 20.',
    resolve: (query, _viewer, _args, context) => {
      const viewer = requireViewer(context);
      return context.prisma.exchange.findMany({
        ...query,
        where: {
          AND: [
            writableExchanges(context.clock.now()),
            { meeting: { mentorship: visibleMentorships(viewer) } },
            { entries: { none: { authorId: viewer.personId, sealedAt: { not: null } } } },
          ],
        },
        orderBy: [{ closesAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
        take: 20,
      });
    },
  }),
);
