import { timingSafeEqual } from 'node:crypto';
import { Prisma, type PrismaClient } from '@belay/prisma/client';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Config } from '../platform/config.ts';
import { type Caller, openSession } from './openSession.ts';
import { hashCode, type PendingSignUp, pendingKey } from './startSignUp.ts';

const WRONG_CODES = 5;

export const verifyInput = z.object({ email: z.string().toLowerCase(), otp: z.string().max(20) });

/**
 * Makes the person and signs them in, if the code is the one that was mailed for this browser's sign-up. Returns the
 * `Set-Cookie` of the session; null when the code is wrong, used, older than ten minutes, tried wrongly five times,
 * or the address got an account meanwhile: these must not be told apart.
 */
export async function finishSignUp(
  { prisma, config }: { prisma: PrismaClient; config: Pick<Config, 'publicUrl' | 'authSecret'> },
  { email, otp, secret }: z.output<typeof verifyInput> & { secret: string },
  caller: Caller,
  now: Date,
): Promise<string | null> {
  try {
    return await prisma.$transaction(async (tx) => {
      const pending = await takePending(tx, secret, now);
      if (pending === null || pending.email !== email) return null;
      if (!fits(otp, pending, config.authSecret)) {
        await keepWrong(tx, secret, pending);
        return null;
      }
      await tx.verification.deleteMany({ where: { identifier: pendingKey(secret) } });
      const personId = await makePerson(tx, pending, now);
      return openSession(tx, config, { personId, caller, now });
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return null;
    throw error;
  }
}

async function takePending(
  tx: Prisma.TransactionClient,
  secret: string,
  now: Date,
): Promise<PendingSignUp | null> {
  // Prisma has no FOR UPDATE; without it, codes tried at once would each see the count before the other.
  const [row] = await tx.$queryRaw<{ value: string }[]>`
    SELECT value FROM verification WHERE identifier = ${pendingKey(secret)} AND expires_at > ${now} FOR UPDATE`;
  if (row === undefined) return null;
  const pending: PendingSignUp = JSON.parse(row.value);
  return pending.wrongCodes < WRONG_CODES ? pending : null;
}

function fits(otp: string, { codeHash }: PendingSignUp, authSecret: string): boolean {
  const given = Buffer.from(hashCode(otp, authSecret));
  const wanted = Buffer.from(codeHash);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function keepWrong(tx: Prisma.TransactionClient, secret: string, pending: PendingSignUp) {
  await tx.verification.updateMany({
    where: { identifier: pendingKey(secret) },
    data: { value: JSON.stringify({ ...pending, wrongCodes: pending.wrongCodes + 1 }) },
  });
}

async function makePerson(tx: Prisma.TransactionClient, pending: PendingSignUp, now: Date): Promise<string> {
  const id = uuidv7();
  const { name, email, zone, passwordHash } = pending;
  await tx.person.create({ data: { id, name, email, zone, emailVerified: true, createdAt: now } });
  if (passwordHash !== null) {
    await tx.credential.create({
      data: {
        id: uuidv7(),
        userId: id,
        providerId: 'credential',
        accountId: id,
        password: passwordHash,
        createdAt: now,
      },
    });
  }
  return id;
}
