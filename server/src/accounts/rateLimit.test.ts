import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../platform/database.ts';
import { openTestDatabase, testDatabaseKinds } from '../platform/testDatabase.ts';
import { callerKey, emailKey, knock } from './rateLimit.ts';

describe.each(testDatabaseKinds)('knocks on the %s database', (kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  const at = (second: number) => new Date(Date.UTC(2026, 0, 1) + second * 1000);
  const knockAt = (second: number, key = 'door') =>
    knock(database.prisma, key, { max: 2, seconds: 60 }, at(second));

  it('are allowed up to the limit, and again when the time since the first is over', async () => {
    expect([await knockAt(0), await knockAt(10), await knockAt(20), await knockAt(59.5)]).toEqual([
      0, 0, 40, 1,
    ]);
    expect([await knockAt(60), await knockAt(61), await knockAt(62)]).toEqual([0, 0, 58]);
  });

  it('are all counted when they come at once', async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => knockAt(0, 'crowd')));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(2);
  });

  it('are forgotten after a day', async () => {
    await knockAt(0, 'old');
    await knockAt(25 * 3600, 'new');
    expect(await database.prisma.rateLimit.findMany({ select: { key: true } })).toEqual([{ key: 'new' }]);
  });
});

describe('one caller', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', ''],
  ])('at %s is %s', (address, key) => {
    expect(callerKey(address)).toBe(key);
  });
});

it('takes every spelling of an e-mail address for the same, and hides it', () => {
  expect(emailKey(' Ada@Example.org')).toBe(emailKey('ada@example.org'));
  expect(emailKey('ada@example.org')).not.toContain('ada');
});
