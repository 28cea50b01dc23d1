import { builder, NodeInterface } from '../builder.ts';
import { requireViewer } from '../context.ts';
import { notFound } from '../platform/errors.ts';
import { visibleProgrammes } from './policy.ts';

export const RoleEnum = builder.enumType('Role', { values: ['COORDINATOR', 'MENTOR', 'MENTEE'] as const });

builder.prismaObject('Organization', {
  interfaces: [NodeInterface],
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    programmes: t.relation('programmes', {
      description: 'Those you may see: the open one, and those you are in.',
      query: (_args, context) => ({
        where: visibleProgrammes(requireViewer(context)),
        orderBy: { name: 'asc' },
      }),
    }),
  }),
});

builder.prismaObject('Programme', {
  interfaces: [NodeInterface],
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    about: t.exposeString('about'),
    open: t.exposeBoolean('open'),
    organization: t.relation('organization'),
    myRoles: t.field({
      type: [RoleEnum],
      description: 'Your own roles in it; empty when you are not a member.',
      select: (_args, context) => ({
        memberships: { where: { personId: context.viewer?.personId ?? '' }, select: { roles: true } },
      }),
      resolve: (programme) => programme.memberships.flatMap(({ roles }) => roles),
    }),
  }),
});

builder.queryField('programme', (t) =>
  t.prismaField({
    type: 'Programme',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, context) =>
      (await context.prisma.programme.findFirst({
        ...query,
        where: { id, ...visibleProgrammes(requireViewer(context)) },
      })) ?? Promise.reject(notFound()),
  }),
);
