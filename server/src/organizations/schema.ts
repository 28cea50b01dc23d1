import { builder, NodeInterface } from '../builder.ts';
import { requireViewer } from '../context.ts';
import { notFound } from '../platform/errors.ts';
import { maySeeProgramme, visibleProgrammes } from './policy.ts';

const MAX_PROGRAMMES = 100;

export const RoleEnum = builder.enumType('Role', {
  description: 'What somebody is in a programme.',
  values: {
    COORDINATOR: { description: 'Looks after the programme.' },
    MENTOR: {},
    MENTEE: {},
  } as const,
});

builder.prismaObject('Organization', {
  interfaces: [NodeInterface],
  // Every organization has an open programme, so its name is nobody's secret.
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    programmes: t.relation('programmes', {
      description: 'Those you may see, by name: the open ones, and those you are in. At most 100.',
      query: (_args, context) => ({
        where: visibleProgrammes(requireViewer(context)),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: MAX_PROGRAMMES,
      }),
    }),
  }),
});

builder.prismaObject('Programme', {
  interfaces: [NodeInterface],
  authScopes: (programme, context) => maySeeProgramme(context, programme.id),
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    about: t.exposeString('about'),
    open: t.exposeBoolean('open', {
      description: 'Whether anybody may join it and start a mentorship in it.',
    }),
    organization: t.relation('organization'),
    myRoles: t.field({
      type: [RoleEnum],
      description: 'Your own roles in it; empty when you are not a member.',
      select: (_args, context) => ({
        memberships: { where: { personId: requireViewer(context).personId }, select: { roles: true } },
      }),
      resolve: (programme) => programme.memberships.flatMap(({ roles }) => roles),
    }),
  }),
});

builder.queryField('programme', (t) =>
  t.prismaField({
    type: 'Programme',
    description: 'NOT_FOUND unless it is open or you are in it.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, context) =>
      (await context.prisma.programme.findFirst({
        ...query,
        where: { id, ...visibleProgrammes(requireViewer(context)) },
      })) ?? Promise.reject(notFound()),
  }),
);
