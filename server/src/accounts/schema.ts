import { builder, NodeInterface } from '../builder.ts';
import { deviceName } from './deviceName.ts';
import { isOwn } from './policy.ts';
import type { Viewer } from './viewer.ts';

/** Rows of a list that has no pages; more than anybody has. */
const AT_MOST = 200;

builder.prismaObject('Session', {
  description: 'A signed-in browser.',
  interfaces: [NodeInterface],
  authScopes: (session, context) => isOwn(context, session.userId),
  select: { id: true, userId: true },
  fields: (t) => ({
    device: t.string({
      description: 'A few words by which to recognise it, such as "Firefox on Windows".',
      select: { userAgent: true },
      resolve: ({ userAgent }) => deviceName(userAgent),
    }),
    ipAddress: t.exposeString('ipAddress', {
      nullable: true,
      description: 'Where it signed in; null when not known.',
    }),
    current: t.boolean({
      description: 'Whether it is the one you are asking with.',
      select: { id: true },
      resolve: ({ id }, _args, { viewer }) => viewer?.credential.id === id,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
  }),
});

builder.prismaObject('PersonalToken', {
  description: 'A personal access token: a program that shows it sees what its owner sees.',
  interfaces: [NodeInterface],
  authScopes: (token, context) => isOwn(context, token.personId),
  select: { id: true, personId: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    hint: t.exposeString('hint', { description: 'Its first characters, by which to recognise it.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'To the minute; null while it was never used.',
    }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null unless it was revoked.',
    }),
  }),
});

builder.prismaObject('Passkey', {
  description: 'A key in a device or a password manager that signs in without a password.',
  interfaces: [NodeInterface],
  authScopes: (passkey, context) => isOwn(context, passkey.userId),
  select: { id: true, userId: true },
  fields: (t) => ({
    name: t.string({ select: { name: true }, resolve: ({ name }) => name || 'Passkey' }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null when not known.',
    }),
  }),
});

const CredentialRef = builder.objectRef<Viewer['credential']>('Credential').implement({
  description: 'What was shown to sign in.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({
      type: builder.enumType('CredentialKind', { values: ['SESSION', 'TOKEN'] as const }),
      resolve: ({ kind }) => (kind === 'session' ? 'SESSION' : 'TOKEN'),
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime' }),
  }),
});

/** The way in to one's own things; features to the right add theirs. */
export const ViewerRef = builder.objectRef<Viewer>('Viewer').implement({
  description: 'You, and the way in to your own things.',
  authScopes: (viewer, context) => isOwn(context, viewer.personId),
  fields: (t) => ({
    email: t.string({
      resolve: async ({ personId }, _args, { prisma }) =>
        (await prisma.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } })).email,
    }),
    credential: t.field({
      type: CredentialRef,
      description: 'How this request is signed in.',
      resolve: ({ credential }) => credential,
    }),
    seq: t.int({
      description: "The newest event of the viewer's own stream; follow from here.",
      resolve: ({ personId }, _args, { streams }) => streams.head(personId),
    }),
    sessions: t.prismaField({
      type: ['Session'],
      description: 'Those that are open, newest first.',
      resolve: (query, { personId }, _args, { prisma, clock }) =>
        prisma.session.findMany({
          ...query,
          where: { userId: personId, expiresAt: { gt: clock.now() } },
          orderBy: { createdAt: 'desc' },
          take: AT_MOST,
        }),
    }),
    tokens: t.prismaField({
      type: ['PersonalToken'],
      description: 'Newest first; those that ended too.',
      resolve: (query, { personId }, _args, { prisma }) =>
        prisma.personalToken.findMany({
          ...query,
          where: { personId },
          orderBy: { createdAt: 'desc' },
          take: AT_MOST,
        }),
    }),
    passkeys: t.prismaField({
      type: ['Passkey'],
      resolve: (query, { personId }, _args, { prisma }) =>
        prisma.passkey.findMany({
          ...query,
          where: { userId: personId },
          orderBy: { createdAt: 'desc' },
          take: AT_MOST,
        }),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    nullable: true,
    description: 'Null when nobody is signed in.',
    resolve: (_root, _args, { viewer }) => viewer,
  }),
);
