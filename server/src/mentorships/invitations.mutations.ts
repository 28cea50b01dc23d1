import { builder } from '../builder.ts';
import { MentorIsFull } from '../people/errors.ts';
import { TooMany } from '../platform/facts.ts';
import { acceptInvitation } from './acceptInvitation.ts';
import { declineInvitation } from './declineInvitation.ts';
import { AlreadyTogether, NotWithYourself } from './errors.ts';
import { AlreadyInvited, InvitationNotOpen, WrongAddress } from './invitationErrors.ts';
import { invitationWords } from './invitationLimits.ts';
import { SideEnum } from './schema.ts';
import { sendInvitation } from './sendInvitation.ts';
import { withdrawInvitation } from './withdrawInvitation.ts';

builder.relayMutationField(
  'sendInvitation',
  {
    inputFields: (t) => ({
      email: t.string({
        required: true,
        validate: invitationWords.email,
        description: 'At most 254 characters.',
      }),
      inviteeSide: t.field({
        type: SideEnum,
        required: true,
        description: 'What the invited person would be.',
      }),
      words: t.string({
        required: true,
        validate: invitationWords.words,
        description: 'Why you ask them; at most 1,000 characters.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Invites somebody by e-mail to begin a mentorship with you, in the open programme. The mail goes out after the ' +
      'answer, with one reminder on the third day; after seven days the invitation expires. Says nothing about whether ' +
      'the address has an account: whether the other one has room, or is with you already, shows when they answer. ' +
      'Recorded for you as InvitationChanged, for them as InvitationReceived. NotWithYourself for your own address; ' +
      'AlreadyInvited while an invitation of yours waits there; AlreadyTogether when your earlier invitation to it was ' +
      'accepted and goes on; MentorIsFull when you would be the mentor and have no room; TooMany beyond 20 that wait; ' +
      'RATE_LIMITED beyond 40 a day, or 3 to one address in 30 days; BAD_USER_INPUT when it is no address or the words ' +
      'are too long.',
    errors: { types: [AlreadyInvited, AlreadyTogether, MentorIsFull, NotWithYourself, TooMany] },
    resolve: (_root, { input }, context) => sendInvitation(context, input),
  },
  {
    outputFields: (t) => ({
      invitation: t.prismaField({
        type: 'Invitation',
        resolve: (query, { invitationId }, _args, { prisma }) =>
          prisma.invitation.findUniqueOrThrow({ ...query, where: { id: invitationId } }),
      }),
    }),
  },
);

builder.relayMutationField(
  'acceptInvitation',
  {
    inputFields: (t) => ({
      token: t.string({ validate: invitationWords.token, description: 'The secret of the mailed link.' }),
      invitationId: t.id({ description: 'Or its id, when it was sent to your own verified address.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Begins the mentorship, active at once. Both become members of the programme; recorded as MentorshipOpened for ' +
      'the mentorship, MentorshipBegan and InvitationChanged for both; the inviter gets a mail. WrongAddress when it ' +
      'was sent to another address than yours; InvitationNotOpen when it was answered, taken back, or has expired; ' +
      'AlreadyTogether when you two have an open mentorship in the programme; MentorIsFull when the mentor has no room; ' +
      'NotWithYourself for your own; NOT_FOUND for an unknown secret, or an id that is not for you; BAD_USER_INPUT ' +
      'unless it is named in one of the two ways.',
    errors: { types: [AlreadyTogether, InvitationNotOpen, MentorIsFull, NotWithYourself, WrongAddress] },
    resolve: (_root, { input }, context) => acceptInvitation(context, input),
  },
  {
    outputFields: (t) => ({
      mentorship: t.prismaField({
        type: 'Mentorship',
        resolve: (query, { mentorshipId }, _args, { prisma }) =>
          prisma.mentorship.findUniqueOrThrow({ ...query, where: { id: mentorshipId } }),
      }),
    }),
  },
);

builder.relayMutationField(
  'declineInvitation',
  {
    inputFields: (t) => ({
      token: t.string({ validate: invitationWords.token, description: 'The secret of the mailed link.' }),
      invitationId: t.id({ description: 'Or its id, when it was sent to your own verified address.' }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Says no with one kind tap; nobody has to give a reason, or to make an account first: with the secret it needs no ' +
      'sign-in. Recorded for both as InvitationChanged; the inviter gets a kind mail. WrongAddress when you are signed ' +
      'in with another address; InvitationNotOpen when it was answered, taken back, or has expired; NotWithYourself for ' +
      'your own, which can be taken back; NOT_FOUND for an unknown secret, or an id that is not for you; BAD_USER_INPUT ' +
      'unless it is named in one of the two ways.',
    skipTypeScopes: true,
    errors: { types: [InvitationNotOpen, NotWithYourself, WrongAddress] },
    resolve: (_root, { input }, context) => declineInvitation(context, input),
  },
  {
    outputFields: (t) => ({
      invitation: t.prismaField({
        type: 'Invitation',
        resolve: (query, { invitationId }, _args, { prisma }) =>
          prisma.invitation.findUniqueOrThrow({ ...query, where: { id: invitationId } }),
      }),
    }),
  },
);

builder.relayMutationField(
  'withdrawInvitation',
  { inputFields: (t) => ({ invitationId: t.id({ required: true }), opId: t.string() }) },
  {
    description:
      'Takes back an invitation you sent: nobody can answer it any more. Recorded for both as InvitationChanged. ' +
      'InvitationNotOpen when it was answered, taken back, or has expired; NOT_FOUND unless it is yours.',
    errors: { types: [InvitationNotOpen] },
    resolve: (_root, { input }, context) => withdrawInvitation(context, input),
  },
  {
    outputFields: (t) => ({
      invitation: t.prismaField({
        type: 'Invitation',
        resolve: (query, { invitationId }, _args, { prisma }) =>
          prisma.invitation.findUniqueOrThrow({ ...query, where: { id: invitationId } }),
      }),
    }),
  },
);
