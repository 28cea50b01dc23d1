import { builder, FactInterface } from '../builder.ts';
import { AlreadyTogether, MentorshipNotActive, NotWithYourself } from './errors.ts';
import { AlreadyInvited, InvitationNotOpen, WrongAddress } from './invitationErrors.ts';

builder.objectType(MentorshipNotActive, {
  name: 'MentorshipNotActive',
  description: 'The mentorship is over or paused: it can be read and not changed.',
  interfaces: [FactInterface],
  fields: (t) => ({
    mentorship: t.prismaField({
      type: 'Mentorship',
      resolve: (query, fact, _args, { prisma }) =>
        prisma.mentorship.findUniqueOrThrow({ ...query, where: { id: fact.mentorshipId } }),
    }),
  }),
});

builder.objectType(AlreadyTogether, {
  name: 'AlreadyTogether',
  description: 'These two already have an open mentorship in this programme.',
  interfaces: [FactInterface],
  fields: (t) => ({
    mentorship: t.prismaField({
      type: 'Mentorship',
      resolve: (query, fact, _args, { prisma }) =>
        prisma.mentorship.findUniqueOrThrow({ ...query, where: { id: fact.mentorshipId } }),
    }),
  }),
});

builder.objectType(NotWithYourself, {
  name: 'NotWithYourself',
  description: 'Nobody mentors themselves.',
  interfaces: [FactInterface],
});

builder.objectType(AlreadyInvited, {
  name: 'AlreadyInvited',
  description: 'An invitation of yours to this address waits for an answer.',
  interfaces: [FactInterface],
  fields: (t) => ({
    invitation: t.prismaField({
      type: 'Invitation',
      resolve: (query, fact, _args, { prisma }) =>
        prisma.invitation.findUniqueOrThrow({ ...query, where: { id: fact.invitationId } }),
    }),
  }),
});

builder.objectType(InvitationNotOpen, {
  name: 'InvitationNotOpen',
  description: 'It was answered or taken back, or has expired.',
  interfaces: [FactInterface],
  fields: (t) => ({
    invitation: t.prismaField({
      type: 'Invitation',
      resolve: (query, fact, _args, { prisma }) =>
        prisma.invitation.findUniqueOrThrow({ ...query, where: { id: fact.invitationId } }),
    }),
  }),
});

builder.objectType(WrongAddress, {
  name: 'WrongAddress',
  description: 'The invitation was sent to another address than the one you are signed in with.',
  interfaces: [FactInterface],
});
