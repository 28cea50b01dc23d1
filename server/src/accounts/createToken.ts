import { createHmac, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Context } from '../context.ts';
import { days, later } from '../platform/clock.ts';
import { requireRoom } from '../platform/facts.ts';
import { someWords } from '../platform/inputs.ts';
import { transaction } from '../platform/transaction.ts';
import { requireSession } from './policy.ts';
import { hashToken } from './viewer.ts';

/** Tokens of one person that still work. */
export const MAX_TOKENS = 50;

export const tokenWords = {
  name: someWords(80, 'Give it a name.'),
  days: z.int().min(1, 'At least a day.').max(365, 'At most 365 days.'),
};

export type CreateToken = { name: string; days: number; opId?: string | null };

/**
 * Makes a personal access token. Only its hash is kept. The secret comes from random bytes and our own key, so that
 * the remembered result of an `opId`, which holds the bytes for a day, is no token either.
 */
export async function createToken(
  context: Context,
  input: CreateToken,
): Promise<{ tokenId: string; secret: string }> {
  const { personId } = requireSession(context);
  const { authSecret } = context.config;
  const { tokenId, salt } = await transaction(
    context,
    { actorId: personId, name: 'createToken', input },
    async ({ tx, now, lock, record }) => {
      await lock(personId);
      const working = { personId, revokedAt: null, expiresAt: { gt: now } };
      await requireRoom(tx.personalToken.count({ where: working }), MAX_TOKENS, 'tokens');

      const salt = randomBytes(32).toString('base64url');
      const secret = secretOf(salt, authSecret);
      const { id: tokenId } = await tx.personalToken.create({
        data: {
          id: uuidv7(),
          personId,
          name: input.name,
          hash: hashToken(secret),
          hint: secret.slice(0, 14),
          expiresAt: later(now, days(input.days)),
          createdAt: now,
        },
      });
      await record({ streamId: personId, type: 'CredentialsChanged', payload: {} });
      return { tokenId, salt };
    },
  );
  return { tokenId, secret: secretOf(salt, authSecret) };
}

function secretOf(salt: string, authSecret: string): string {
  return `belay_pat_${createHmac('sha256', authSecret).update(`token:${salt}`).digest('base64url')}`;
}
