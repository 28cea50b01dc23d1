import { builder, NodeInterface } from '../builder.ts';
import { maySeePerson } from '../people/policy.ts';
import { invitationWords } from './invitationLimits.ts';
import { heldInvitation, isBetween, maySeeInvitation } from './invitationPolicy.ts';
import { SideEnum } from './schema.ts';

export const InvitationStateEnum = builder.enumType('InvitationState', {
  values: {
    SENT: { description: 'It waits for an answer.' },
    ACCEPTED: {},
    DECLINED: {},
    WITHDRAWN: { description: 'The inviter took it back.' },
    EXPIRED: { description: 'Nobody answered within seven days.' },
  } as const,
});

builder.prismaObject('Invitation', {
  description:
    'One person asks another, by e-mail, to begin a mentorship. Read by the two, and by whoever ' +
    'holds the secret of the mailed link.',
  interfaces: [NodeInterface],
  authScopes: (invitation, context) => maySeeInvitation(context, invitation),
  select: { id: true, inviterId: true, email: true },
  fields: (t) => ({
    inviterName: t.string({
      select: { inviter: { select: { name: true } } },
      resolve: ({ inviter }) => inviter.name,
    }),
    inviter: t.prismaField({
      type: 'Person',
      nullable: true,
      description: 'Null for somebody who holds no more than the secret: they read the name alone.',
      select: { inviterId: true },
      resolve: async (query, { inviterId }, _args, context) =>
        context.viewer && (await maySeePerson(context, inviterId))
          ? context.prisma.person.findUnique({ ...query, where: { id: inviterId } })
          : null,
    }),
    email: t.string({
      nullable: true,
      description: 'To whom it was sent; null unless you are the inviter or the invited.',
      resolve: async (invitation, _args, context) =>
        (await isBetween(context, invitation)) ? invitation.email : null,
    }),
    inviteeSide: t.expose('inviteeSide', {
      type: SideEnum,
      description: 'What the invited person would be.',
    }),
    words: t.exposeString('words'),
    state: t.field({
      type: InvitationStateEnum,
      select: { state: true, expiresAt: true },
      resolve: ({ state, expiresAt }, _args, { clock }) =>
        state === 'SENT' && expiresAt <= clock.now() ? 'EXPIRED' : state,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      description: 'Until then it can be answered: seven days.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Null unless it was accepted or declined.',
    }),
    mentorship: t.prismaField({
      type: 'Mentorship',
      nullable: true,
      description: 'Null unless it was accepted and you are one of the two.',
      select: { mentorshipId: true },
      resolve: async (query, invitation, _args, context) =>
        invitation.mentorshipId && (await isBetween(context, invitation))
          ? context.prisma.mentorship.findUnique({ ...query, where: { id: invitation.mentorshipId } })
          : null,
    }),
  }),
});

builder.queryField('invitation', (t) =>
  t.prismaField({
    type: 'Invitation',
    description:
      'By the secret of a mailed link: whoever holds it reads who invites, as what, and with which words, signed in or ' +
      'not. NOT_FOUND when there is none.',
    args: { token: t.arg.string({ required: true, validate: invitationWords.token }) },
    resolve: async (query, _root, { token }, context) => {
      const { id } = await heldInvitation(context, context.prisma, token);
      return context.prisma.invitation.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);
