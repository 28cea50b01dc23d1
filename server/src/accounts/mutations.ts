import { builder } from '../builder.ts';
import { requireViewer } from '../context.ts';
import { TooMany } from '../platform/facts.ts';
import { createToken, tokenWords } from './createToken.ts';
import { revokeSession } from './revokeSession.ts';
import { revokeToken } from './revokeToken.ts';
import { ViewerRef } from './schema.ts';
import { signOutEverywhere } from './signOutEverywhere.ts';

builder.relayMutationField(
  'createToken',
  {
    inputFields: (t) => ({
      name: t.string({ required: true, validate: tokenWords.name, description: '1–80 characters.' }),
      days: t.int({
        required: true,
        validate: tokenWords.days,
        description: 'How long it works, 1–365 days.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Makes a personal access token. The secret is in this answer and nowhere else. BAD_USER_INPUT: name of 1–80 ' +
      'characters, 1–365 days. Only a signed-in session may; FORBIDDEN to tokens.',
    errors: { types: [TooMany] },
    resolve: (_root, { input }, context) => createToken(context, input),
  },
  {
    outputFields: (t) => ({
      secret: t.exposeString('secret', { description: 'Show it as `Authorization: Bearer …`.' }),
      token: t.prismaField({
        type: 'PersonalToken',
        resolve: (query, { tokenId }, _args, { prisma }) =>
          prisma.personalToken.findUniqueOrThrow({ ...query, where: { id: tokenId } }),
      }),
    }),
  },
);

builder.relayMutationField(
  'revokeToken',
  { inputFields: (t) => ({ tokenId: t.id({ required: true }), opId: t.string() }) },
  {
    description: 'Ends a token and every connection opened with it, at once. NOT_FOUND unless it is yours.',
    errors: { types: [] },
    resolve: (_root, { input }, context) => revokeToken(context, input),
  },
  {
    outputFields: (t) => ({
      token: t.prismaField({
        type: 'PersonalToken',
        resolve: (query, { tokenId }, _args, { prisma }) =>
          prisma.personalToken.findUniqueOrThrow({ ...query, where: { id: tokenId } }),
      }),
    }),
  },
);

builder.relayMutationField(
  'revokeSession',
  { inputFields: (t) => ({ sessionId: t.id({ required: true }), opId: t.string() }) },
  {
    description:
      'Ends one session (perhaps this one) and its connections. NOT_FOUND unless it is yours; FORBIDDEN to tokens.',
    errors: { types: [] },
    resolve: (_root, { input }, context) => revokeSession(context, input),
  },
  {
    outputFields: (t) => ({
      viewer: t.field({ type: ViewerRef, resolve: (_result, _args, context) => requireViewer(context) }),
    }),
  },
);

builder.relayMutationField(
  'signOutEverywhere',
  { inputFields: (t) => ({ opId: t.string() }) },
  {
    description: 'Ends every session, this one too, and their connections. FORBIDDEN to tokens.',
    errors: { types: [] },
    resolve: (_root, { input }, context) => signOutEverywhere(context, input),
  },
  { outputFields: (t) => ({ ended: t.int({ resolve: ({ endedIds }) => endedIds.length }) }) },
);
