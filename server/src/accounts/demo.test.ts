import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';
import { openTestDatabase } from '../platform/testDatabase.ts';
import { createDemo } from './demo.ts';
import { findViewer } from './viewer.ts';

const ORIGIN = 'http://localhost:4000';
const ADA = '01920000-0000-7000-8000-000000000001';
const BEA = '01920000-0000-7000-8000-000000000002';
const CLEO = '01920000-0000-7000-8000-000000000003';
const config: Config = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: ORIGIN,
  database: { kind: 'embedded', dir: null },
  redisUrl: null,
  smtpUrl: null,
  trustedProxies: 0,
  authSecret: 'a secret that is long enough for a test',
  demo: true,
  production: false,
  logLevel: 'silent',
};

describe('one-click sign-in', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    const person = (id: string, name: string) => ({
      id,
      name,
      email: `${name.toLowerCase()}@sample.example`,
    });
    await database.prisma.person.createMany({
      data: [person(ADA, 'Ada'), person(BEA, 'Bea'), person(CLEO, 'Cleo')],
    });
    await database.prisma.profile.create({ data: { personId: BEA, headline: 'Resident' } });
  });
  afterAll(() => database.close());
  beforeEach(() => database.pool.query('TRUNCATE session, rate_limit'));

  const emails = ['bea@sample.example', 'ada@sample.example'];
  const demo = (settings: Partial<Config> = {}) =>
    createDemo({
      prisma: database.prisma,
      config: { ...config, ...settings },
      clock: systemClock,
      emails,
      refresh: async () => undefined,
    });
  const signIn = (body: unknown, { origin = ORIGIN, settings = {} } = {}) =>
    demo(settings).handle(
      new Request(`${ORIGIN}/api/demo/sign-in`, {
        method: 'POST',
        headers: { origin },
        body: JSON.stringify(body),
      }),
      '192.0.2.1',
    );

  it('lists the few, in their order, without their addresses', async () => {
    const response = await demo().handle(new Request(`${ORIGIN}/api/demo/people`), '192.0.2.1');
    expect(await response.json()).toEqual({
      people: [
        { id: BEA, name: 'Bea', initials: 'B', headline: 'Resident' },
        { id: ADA, name: 'Ada', initials: 'A', headline: '' },
      ],
    });
  });

  it('signs in as one of them', async () => {
    const response = await signIn({ personId: ADA });
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    const viewer = await findViewer(
      { pool: database.pool, config, clock: systemClock },
      new Headers({ cookie }),
    );
    expect(viewer).toMatchObject({ personId: ADA, credential: { kind: 'session' } });
  });

  it.each([
    ['somebody else', { personId: CLEO }, {}, 404],
    ['nobody', {}, {}, 400],
    ['no id', { personId: 'ada' }, {}, 400],
    ['a list', [ADA], {}, 400],
    ['a page elsewhere', { personId: ADA }, { origin: 'https://evil.example' }, 403],
    ['no demonstration', { personId: ADA }, { settings: { demo: false } }, 404],
  ])('refuses %s, and opens no session', async (_what, body, options, status) => {
    const response = await signIn(body, options);
    expect([response.status, response.headers.get('set-cookie')]).toEqual([status, null]);
    expect(await database.prisma.session.count()).toBe(0);
  });

  it('lists nobody outside a demonstration', async () => {
    const people = new Request(`${ORIGIN}/api/demo/people`);
    expect(await (await demo({ demo: false }).handle(people, '192.0.2.1')).json()).toEqual({ people: [] });
  });
});
