import { randomBytes } from 'node:crypto';
import type { Prisma, PrismaClient } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import type { Config } from '../platform/config.ts';
import { signedCookie } from './cookies.ts';

/** A session lasts thirty days from sign-in and is not drawn out by use. */
export const SESSION_SECONDS = 30 * 24 * 3600;

export interface Caller {
  /** The caller's address as the connection shows it. */
  address: string;
  userAgent: string | null;
}

/** Signs somebody in who has proven who they are, and returns the `Set-Cookie` that says so. */
export async function openSession(
  tx: PrismaClient | Prisma.TransactionClient,
  config: Pick<Config, 'publicUrl' | 'authSecret'>,
  { personId, caller, now }: { personId: string; caller: Caller; now: Date },
): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await tx.session.create({
    data: {
      id: uuidv7(),
      userId: personId,
      token,
      expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1000),
      ipAddress: caller.address,
      userAgent: caller.userAgent,
      createdAt: now,
      updatedAt: now,
    },
  });
  return signedCookie('session_token', token, { ...config, seconds: SESSION_SECONDS });
}
