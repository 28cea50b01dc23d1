import { initialsOf } from '../accounts/initials.ts';
import { ViewerRef } from '../accounts/schema.ts';
import { builder, NodeInterface } from '../builder.ts';
import { notFound } from '../platform/errors.ts';
import { DEFAULT_CAPACITY } from './limits.ts';
import { maySeePerson } from './policy.ts';

builder.prismaObject('Person', {
  description:
    'Somebody with an account. You see yourself, those you share or shared a mentorship with, and those who invited you.',
  interfaces: [NodeInterface],
  // Nobody but you reads your address here; see Viewer.email.
  authScopes: (person, context) => maySeePerson(context, person.id),
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    initials: t.string({
      description: 'Of the first and the last word of the name, titles apart.',
      select: { name: true },
      resolve: ({ name }) => initialsOf(name),
    }),
    headline: t.string({
      description: 'One line, such as "Second-year resident, paediatrics".',
      select: { profile: { select: { headline: true } } },
      resolve: ({ profile }) => profile?.headline ?? '',
    }),
    about: t.string({
      select: { profile: { select: { about: true } } },
      resolve: ({ profile }) => profile?.about ?? '',
    }),
    zone: t.exposeString('zone', { description: 'IANA time zone, such as `Europe/Zurich`.' }),
    capacity: t.int({
      nullable: true,
      description: 'How many mentees they have room for at once; null unless it is you.',
      select: { id: true, profile: { select: { capacity: true } } },
      resolve: ({ id, profile }, _args, { viewer }) =>
        viewer?.personId === id ? (profile?.capacity ?? DEFAULT_CAPACITY) : null,
    }),
    version: t.int({
      description: 'Name it when you edit the profile.',
      select: { profile: { select: { version: true } } },
      resolve: ({ profile }) => profile?.version ?? 1,
    }),
    isViewer: t.boolean({
      select: { id: true },
      resolve: ({ id }, _args, { viewer }) => viewer?.personId === id,
    }),
  }),
});

builder.queryField('person', (t) =>
  t.prismaField({
    type: 'Person',
    authScopes: { signedIn: true },
    description: 'NOT_FOUND unless you may see them: see `Person`.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, { prisma }) =>
      // The type's own guard decides whether it is shown.
      (await prisma.person.findUnique({ ...query, where: { id } })) ?? Promise.reject(notFound()),
  }),
);

builder.objectField(ViewerRef, 'person', (t) =>
  t.prismaField({
    type: 'Person',
    resolve: (query, { personId }, _args, { prisma }) =>
      prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
  }),
);
