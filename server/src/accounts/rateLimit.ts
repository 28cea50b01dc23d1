import { createHash } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';
import type { PrismaClient } from '@belay/prisma/client';

/** At most `max` knocks in `seconds`, counted from the first. */
export interface Limit {
  max: number;
  seconds: number;
}

const FORGET_AFTER_MS = 24 * 3600 * 1000;

/**
 * Counts one knock and returns the seconds to wait: 0 when it is allowed. The count is kept in the database, so that
 * it holds for all servers and over restarts, and one statement counts, so that knocks at once cannot slip through.
 */
export async function knock(prisma: PrismaClient, key: string, limit: Limit, now: Date): Promise<number> {
  const ms = now.getTime();
  const windowMs = limit.seconds * 1000;
  // Prisma's upsert reads and then writes; two knocks at once would count as one.
  const [held] = await prisma.$queryRaw<[{ count: number; since: bigint }]>`
    INSERT INTO rate_limit AS held (id, key, count, last_request) VALUES (${key}, ${key}, 1, ${ms})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN held.last_request <= ${ms - windowMs} THEN 1 ELSE held.count + 1 END,
      last_request = CASE WHEN held.last_request <= ${ms - windowMs} THEN ${ms} ELSE held.last_request END
    RETURNING count, last_request AS since`;
  if (held.count === 1)
    await prisma.rateLimit.deleteMany({ where: { lastRequest: { lt: ms - FORGET_AFTER_MS } } });
  if (held.count <= limit.max) return 0;
  return Math.max(1, Math.ceil((Number(held.since) + windowMs - ms) / 1000));
}

/** What counts as one caller: an IPv4 address, or an IPv6 network of 64 bits, as one line is given out. */
export function callerKey(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = plain.match(/^::ffff:([\d.]+)$/)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (!isIPv6(plain)) return plain;
  const [left = '', right] = plain.split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros = right === undefined ? 0 : 8 - head.length - tail.length;
  const groups = [...head, ...Array<string>(Math.max(0, zeros)).fill('0'), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** The same for every spelling of an e-mail address, and not the address itself. */
export function emailKey(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
}
