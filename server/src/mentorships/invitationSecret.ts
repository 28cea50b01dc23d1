import { createHash, createHmac } from 'node:crypto';
import type { Config } from '../platform/config.ts';

/**
 * The secret in an invitation's link: 32 bytes that follow from our own key, so that it can be mailed again on the
 * third day while the database keeps nothing but its hash.
 */
export function secretOf(invitationId: string, { authSecret }: Pick<Config, 'authSecret'>): string {
  return createHmac('sha256', authSecret).update(`invitation:${invitationId}`).digest('base64url');
}

/** What is kept of it. 32 bytes that nobody can guess need no slow hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

export function linkOf(invitationId: string, config: Pick<Config, 'authSecret' | 'publicUrl'>): string {
  return `${config.publicUrl}/invitations/${secretOf(invitationId, config)}`;
}
