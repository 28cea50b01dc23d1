import { days, later } from '../platform/clock.ts';
import { CodedError } from '../platform/errors.ts';
import type { Tx } from '../platform/transaction.ts';
import { MAX_A_DAY, MAX_TO_ONE_ADDRESS } from './invitationLimits.ts';

/**
 * Nobody is mailed over and over, whatever became of earlier invitations.
 * @throws RATE_LIMITED after 40 invitations within a day, or 3 to one address within 30 days
 */
export async function requirePatience(
  tx: Tx,
  inviterId: string,
  { email, now }: { email: string; now: Date },
): Promise<void> {
  const today = { inviterId, createdAt: { gt: later(now, -days(1)) } };
  if ((await tx.invitation.count({ where: today })) >= MAX_A_DAY) {
    throw new CodedError('RATE_LIMITED', 'You have sent many invitations today. Please go on tomorrow.');
  }
  const lately = { inviterId, email, createdAt: { gt: later(now, -days(30)) } };
  if ((await tx.invitation.count({ where: lately })) >= MAX_TO_ONE_ADDRESS) {
    throw new CodedError(
      'RATE_LIMITED',
      'You have asked this address often lately. Please leave them some time.',
    );
  }
}
