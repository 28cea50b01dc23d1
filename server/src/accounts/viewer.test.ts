import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { days, MovableClock, minutes, seconds } from '../platform/clock.ts';
import type { Database } from '../platform/database.ts';
import { openTestDatabase, testDatabaseKinds } from '../platform/testDatabase.ts';
import { openSession } from './openSession.ts';
import { findViewer, hashToken, type Viewer, viewersStillValid } from './viewer.ts';

const config = {
  production: false,
  publicUrl: 'http://localhost:4000',
  authSecret: 'a secret that is long enough for a test',
};
const ADA = '01920000-0000-7000-8000-000000000001';
const TOKEN = '01920000-0000-7000-8000-000000000002';
const SECRET = 'belay_pat_abc';

describe.each(testDatabaseKinds)('the viewer on the %s database', (kind) => {
  let database: Database;
  let clock: MovableClock;
  let cookie: string;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    const { prisma, pool } = database;
    await pool.query('TRUNCATE person CASCADE');
    clock = new MovableClock();
    const now = clock.now();
    await prisma.person.create({ data: { id: ADA, name: 'Ada', email: 'ada@example.org' } });
    await prisma.personalToken.create({
      data: {
        id: TOKEN,
        personId: ADA,
        name: 'A program',
        hash: hashToken(SECRET),
        hint: 'belay_pat_abc',
        expiresAt: new Date(now.getTime() + days(5)),
        createdAt: now,
      },
    });
    const caller = { address: '192.0.2.1', userAgent: null };
    cookie = (await openSession(prisma, config, { personId: ADA, caller, now })).split(';')[0] ?? '';
  });

  const find = (headers: Record<string, string>) =>
    findViewer({ pool: database.pool, config, clock }, new Headers(headers));
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('is known by the cookie until the session is over', async () => {
    const viewer = await find({ cookie });
    expect(viewer).toMatchObject({ personId: ADA, credential: { kind: 'session' } });
    clock.advance(days(30) + 1);
    expect(await find({ cookie })).toBeNull();
  });

  it('is a stranger without a cookie, with a forged one, or when the session is gone', async () => {
    expect(await find({})).toBeNull();
    expect(await find({ cookie: cookie.replace('=', '=x') })).toBeNull();
    expect(await find({ authorization: 'Basic YTpi', cookie: '' })).toBeNull();
    await database.prisma.session.deleteMany();
    expect(await find({ cookie })).toBeNull();
  });

  it('is a stranger on a page from elsewhere, and themselves on ours', async () => {
    expect(await find({ cookie, origin: 'https://evil.example' })).toBeNull();
    expect(await find({ cookie, origin: 'null' })).toBeNull();
    expect(await find({ cookie, origin: config.publicUrl })).toMatchObject({ personId: ADA });
    expect(await find({ ...bearer(SECRET), origin: 'https://a.program.example' })).toMatchObject({
      personId: ADA,
    });
  });

  it('is known by a token, whatever the cookie says', async () => {
    const viewer = { personId: ADA, credential: { kind: 'token', id: TOKEN } };
    expect(await find(bearer(SECRET))).toMatchObject(viewer);
    expect(await find({ authorization: `bearer  ${SECRET}`, cookie })).toMatchObject(viewer);
  });

  it.each(['', ' ', 'belay_pat_wrong', `${SECRET} ${SECRET}`])(
    'is refused with the token "%s", cookie or not',
    async (token) => {
      expect(await find({ ...bearer(token), cookie })).toBe('refused');
    },
  );

  it('is refused with a token that expired or was revoked', async () => {
    clock.advance(days(5));
    expect(await find({ ...bearer(SECRET), cookie })).toBe('refused');
    const revoked = { revokedAt: new Date(), expiresAt: new Date(Date.now() + days(100)) };
    await database.prisma.personalToken.update({ where: { id: TOKEN }, data: revoked });
    expect(await find({ ...bearer(SECRET), cookie })).toBe('refused');
  });

  it('notes when a token was used, once a minute', async () => {
    const lastUse = async () => (await database.prisma.personalToken.findFirstOrThrow()).lastUsedAt;
    await find(bearer(SECRET));
    const first = await lastUse();
    expect(first).not.toBeNull();
    clock.advance(seconds(30));
    await find(bearer(SECRET));
    expect(await lastUse()).toEqual(first);
    clock.advance(minutes(1));
    await find(bearer(SECRET));
    expect(await lastUse()).not.toEqual(first);
  });

  it('is still valid until the session or the token ends', async () => {
    const viewers = [await find({ cookie }), await find(bearer(SECRET))] as Viewer[];
    const [session, token] = viewers.map(({ credential }) => credential.id);
    const valid = (now = clock.now()) => viewersStillValid(database.prisma, [...viewers, ...viewers], now);
    expect(await valid()).toEqual(new Set([session, token]));
    expect(await valid(new Date(Date.now() + days(6)))).toEqual(new Set([session]));
    expect(await valid(new Date(Date.now() + days(31)))).toEqual(new Set());
    await database.prisma.personalToken.update({ where: { id: TOKEN }, data: { revokedAt: new Date() } });
    await database.prisma.session.deleteMany();
    expect(await valid()).toEqual(new Set());
    expect(await viewersStillValid(database.prisma, [], clock.now())).toEqual(new Set());
  });
});
