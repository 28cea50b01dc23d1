import { builder } from '../builder.ts';
import type { Output } from '../meetings/outputs.ts';
import { Outdated } from '../platform/facts.ts';
import { AlreadySealed, ExchangeNotOpen } from './errors.ts';
import { feedbackWords } from './limits.ts';
import { saveExchangeDraft } from './saveExchangeDraft.ts';
import { PrincipleEnum } from './schema.ts';
import { sealExchange } from './sealExchange.ts';

const PrincipleRatingInput = builder.inputType('PrincipleRatingInput', {
  fields: (t) => ({
    principle: t.field({ type: PrincipleEnum, required: true }),
    value: t.int({ required: true, description: '1–5.' }),
  }),
});

const exchangeOutput = (t: Output<{ exchangeId: string }>) => ({
  exchange: t.prismaField({
    type: 'Exchange',
    resolve: (query, { exchangeId }, _args, { prisma }) =>
      prisma.exchange.findUniqueOrThrow({ ...query, where: { id: exchangeId } }),
  }),
});

builder.relayMutationField(
  'saveExchangeDraft',
  {
    inputFields: (t) => ({
      exchangeId: t.id({ required: true }),
      version: t.int({ required: true, description: 'Of your own part; 0 while you wrote nothing.' }),
      helped: t.string({ validate: feedbackWords.draft, description: 'At most 2,000 characters.' }),
      change: t.string({ validate: feedbackWords.draft, description: 'At most 2,000 characters.' }),
      strength: t.string({ validate: feedbackWords.draft, description: 'At most 2,000 characters.' }),
      ratings: t.field({
        type: [PrincipleRatingInput],
        validate: feedbackWords.draftRatings,
        description: 'Each principle at most once; those left out stay.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Keeps your part of the exchange as you write it; only you can read it, and nobody else is told. Left-out ' +
      'fields stay. AlreadySealed; ExchangeNotOpen; Outdated when `version` is not the newest; BAD_USER_INPUT when ' +
      'words are too long or a rating is outside 1–5; NOT_FOUND when it is not yours.',
    errors: { types: [AlreadySealed, ExchangeNotOpen, Outdated] },
    resolve: (_root, { input }, context) => saveExchangeDraft(context, input),
  },
  { outputFields: exchangeOutput },
);

builder.relayMutationField(
  'sealExchange',
  {
    inputFields: (t) => ({
      exchangeId: t.id({ required: true }),
      helped: t.string({
        required: true,
        validate: feedbackWords.answer,
        description: 'What helped. 1–2,000 characters.',
      }),
      change: t.string({
        required: true,
        validate: feedbackWords.answer,
        description: 'One thing to change. 1–2,000 characters.',
      }),
      strength: t.string({
        required: true,
        validate: feedbackWords.answer,
        description: 'One strength you saw. 1–2,000 characters.',
      }),
      ratings: t.field({
        type: [PrincipleRatingInput],
        required: true,
        validate: feedbackWords.allRatings,
        description: 'Each of the six principles once.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Seals your part. When both have, both parts open for both at the same moment, with one ExchangeRevealed; until ' +
      'then the other side is told nothing, and a lone part stays with its author for good. AlreadySealed; ' +
      'ExchangeNotOpen; BAD_USER_INPUT unless all three answers and all six ratings are there; NOT_FOUND when it is ' +
      'not yours.',
    errors: { types: [AlreadySealed, ExchangeNotOpen] },
    resolve: (_root, { input }, context) => sealExchange(context, input),
  },
  { outputFields: exchangeOutput },
);
