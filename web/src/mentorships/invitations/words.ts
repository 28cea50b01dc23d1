import type { InvitationState, Side } from '../../platform/generated/graphql.ts';

/** What the invited person would be to the one who invites. */
export const invitedAs: Record<Side, string> = { MENTOR: 'mentor', MENTEE: 'mentee' };

/** How an invitation stands, for whoever sent it. */
export const stateForSender: Record<InvitationState, string> = {
  SENT: 'Waiting for an answer',
  ACCEPTED: 'Accepted',
  DECLINED: 'Not this time',
  WITHDRAWN: 'You took it back',
  EXPIRED: 'It ran out unanswered',
};

/** Why it cannot be answered, for whoever was invited. */
export const stateForInvited: Record<InvitationState, string> = {
  SENT: '',
  ACCEPTED: 'You have accepted this invitation.',
  DECLINED:
    'You have declined this invitation. If you changed your mind, write to each other: a new one is quickly sent.',
  WITHDRAWN: 'This invitation was taken back.',
  EXPIRED: 'This invitation has run out. If you would still like to, ask for a new one.',
};
