import type { InvitationState } from '@belay/prisma/client';
import { Fact } from '../platform/errors.ts';

/** One invitation at a time waits for an answer from an address. */
export class AlreadyInvited extends Fact {
  readonly invitationId: string;
  constructor(invitationId: string) {
    super('You have invited this address already: wait for an answer, or take that invitation back first.');
    this.invitationId = invitationId;
  }
}

/** It was answered, taken back, or has expired. */
export class InvitationNotOpen extends Fact {
  readonly invitationId: string;
  constructor(invitationId: string, state: InvitationState) {
    super(`This invitation ${WORDS[state]}, so it cannot be answered or taken back now.`);
    this.invitationId = invitationId;
  }
}

const WORDS: Record<InvitationState, string> = {
  SENT: 'has just run out of time',
  ACCEPTED: 'was accepted',
  DECLINED: 'was declined',
  WITHDRAWN: 'was taken back',
  EXPIRED: 'has expired',
};

/** Only the person with the address that was invited may answer. */
export class WrongAddress extends Fact {
  constructor() {
    super(
      'This invitation was sent to another address than the one you are signed in with. Sign in, or sign up, with that address.',
    );
  }
}
