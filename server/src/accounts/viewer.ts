import { createHash } from 'node:crypto';
import type { PrismaClient } from '@belay/prisma/client';
import type pg from 'pg';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { trustedOrigins } from '../platform/origins.ts';
import { cookieName, readSignedCookie } from './cookies.ts';

/** Who is asking, and what they showed for it. */
export interface Viewer {
  personId: string;
  credential: { kind: 'session' | 'token'; id: string; expiresAt: Date };
}

export interface ViewerParts {
  pool: pg.Pool;
  config: Pick<Config, 'publicUrl' | 'authSecret' | 'production'>;
  clock: Clock;
}

interface Row {
  id: string;
  personId: string;
  expiresAt: Date;
}

const NOTE_USE_EVERY_MS = 60_000;

/**
 * Whose request it is: by `Authorization: Bearer` or else by the session's cookie; null for a stranger. A Bearer that
 * is wrong, expired or revoked is `'refused'`: a program must never work on as somebody else, or nobody, unawares. The
 * cookie counts for nothing on a page from elsewhere.
 * Every request comes through here, hence one prepared statement and no call into better-auth.
 */
export async function findViewer(parts: ViewerParts, headers: Headers): Promise<Viewer | 'refused' | null> {
  const bearer = headers.get('authorization')?.match(/^bearer\b\s*(.*)$/i)?.[1];
  if (bearer !== undefined) return (await byToken(parts, bearer)) ?? 'refused';
  if (!comesFromOurPage(headers, parts.config)) return null;
  const { publicUrl, authSecret } = parts.config;
  const token = readSignedCookie(headers, cookieName('session_token', publicUrl), authSecret);
  return token === null ? null : bySession(parts, token);
}

function comesFromOurPage(headers: Headers, config: ViewerParts['config']): boolean {
  const origin = headers.get('origin');
  return origin === null || origin === config.publicUrl || trustedOrigins(config).includes(origin);
}

async function bySession({ pool, clock }: ViewerParts, token: string): Promise<Viewer | null> {
  const { rows } = await pool.query<Row>({
    name: 'viewer-by-session',
    text: `SELECT id, user_id AS "personId", expires_at AS "expiresAt" FROM session
           WHERE token = $1 AND expires_at > $2`,
    values: [token, clock.now()],
  });
  return toViewer('session', rows[0]);
}

async function byToken({ pool, clock }: ViewerParts, token: string): Promise<Viewer | null> {
  const now = clock.now();
  const { rows } = await pool.query<Row & { lastUsedAt: Date | null }>({
    name: 'viewer-by-token',
    text: `SELECT id, person_id AS "personId", expires_at AS "expiresAt", last_used_at AS "lastUsedAt"
           FROM personal_token WHERE hash = $1 AND revoked_at IS NULL AND expires_at > $2`,
    values: [hashToken(token), now],
  });
  const row = rows[0];
  if (row !== undefined && isLongAgo(row.lastUsedAt, now)) {
    await pool.query('UPDATE personal_token SET last_used_at = $2 WHERE id = $1', [row.id, now]);
  }
  return toViewer('token', row);
}

function isLongAgo(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= NOTE_USE_EVERY_MS;
}

function toViewer(kind: 'session' | 'token', row: Row | undefined): Viewer | null {
  if (row === undefined) return null;
  return { personId: row.personId, credential: { kind, id: row.id, expiresAt: row.expiresAt } };
}

/** What is kept of a personal access token. Its 32 random bytes need no slow hash. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The ids of those credentials that still hold: asked before each live event, in one query a kind. */
export async function viewersStillValid(
  prisma: PrismaClient,
  viewers: readonly Viewer[],
  now: Date,
): Promise<Set<string>> {
  const ids = (kind: 'session' | 'token') => [
    ...new Set(viewers.flatMap(({ credential }) => (credential.kind === kind ? [credential.id] : []))),
  ];
  const [sessions, tokens] = [ids('session'), ids('token')];
  const select = { id: true };
  const valid = await Promise.all([
    sessions.length === 0
      ? []
      : prisma.session.findMany({ where: { id: { in: sessions }, expiresAt: { gt: now } }, select }),
    tokens.length === 0
      ? []
      : prisma.personalToken.findMany({
          where: { id: { in: tokens }, expiresAt: { gt: now }, revokedAt: null },
          select,
        }),
  ]);
  return new Set(valid.flat().map(({ id }) => id));
}
