import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { PrismaClient } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Config } from '../platform/config.ts';
import { someWords } from '../platform/inputs.ts';
import type { Mail } from '../platform/mail.ts';
import { alreadyHereMail, signUpMail } from './mails.ts';

export const CODE_SECONDS = 600;
export const PASSWORD_LENGTH = { min: 10, max: 128 };

/** Without a password, codes by e-mail and passkeys open the account. */
export const signUpInput = z.object({
  name: someWords(80, 'Say how you are called.'),
  email: z.email().max(254).toLowerCase(),
  password: z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max).optional(),
  zone: z.string().refine(isZone).optional(),
});

/** What is kept of a sign-up until its code comes back. */
export interface PendingSignUp {
  name: string;
  email: string;
  zone: string;
  passwordHash: string | null;
  codeHash: string;
  wrongCodes: number;
}

/**
 * Begins a sign-up: nobody exists until the mailed code comes back from the browser that asked, so that nobody can
 * prepare an account for somebody else's address. Does the same work, and answers the same, whether the address has
 * an account or not; only the mail differs. Returns the secret for that browser and the mail to send afterwards.
 */
export async function startSignUp(
  { prisma, config }: { prisma: PrismaClient; config: Pick<Config, 'publicUrl' | 'authSecret'> },
  { name, email, password, zone = 'UTC' }: z.output<typeof signUpInput>,
  now: Date,
): Promise<{ secret: string; mail: Mail }> {
  const passwordHash = password === undefined ? null : await hash(password);
  const known = await prisma.person.findUnique({ where: { email }, select: { id: true } });
  const secret = randomBytes(24).toString('base64url');
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  // Where nobody is mailed a code, none will fit.
  const codeHash = hashCode(known === null ? code : randomBytes(16).toString('hex'), config.authSecret);
  const pending: PendingSignUp = { name, email, zone, passwordHash, codeHash, wrongCodes: 0 };
  await prisma.verification.create({
    data: {
      id: uuidv7(),
      identifier: pendingKey(secret),
      value: JSON.stringify(pending),
      expiresAt: new Date(now.getTime() + CODE_SECONDS * 1000),
      createdAt: now,
    },
  });
  return {
    secret,
    mail: known === null ? signUpMail(email, name, code) : alreadyHereMail(email, config.publicUrl),
  };
}

/** As better-auth checks it; loaded when it is needed, because a server that starts does not. */
async function hash(password: string): Promise<string> {
  const { hashPassword } = await import('better-auth/crypto');
  return hashPassword(password);
}

/** Under which a pending sign-up is kept. */
export function pendingKey(secret: string): string {
  return `sign-up:${secret}`;
}

/** A code has a million values: a bare hash of it would hide nothing. */
export function hashCode(code: string, authSecret: string): string {
  return createHmac('sha256', authSecret).update(`code:${code}`).digest('base64url');
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
