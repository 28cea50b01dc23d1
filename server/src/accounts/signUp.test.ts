import { describe, expect, it } from 'vitest';
import { minutes } from '../platform/clock.ts';
import { authWorld, PASSWORD, told, wrong } from './testAuth.ts';

const world = authWorld();

describe('signing up', () => {
  it('makes somebody only when the mailed code comes back, and signs them in', async () => {
    const ada = world.browser();
    const asked = await ada.post('/sign-up/email', {
      name: ' Ada Rope ',
      email: 'Ada@Example.org',
      password: PASSWORD,
      zone: 'Europe/Zurich',
    });
    expect(await told(asked)).toMatchObject({ status: 200, body: '{"status":true}' });
    expect(await world.prisma.person.count()).toBe(0);
    expect(await ada.viewer()).toBeNull();

    await ada.post('/email-otp/verify-email', { email: 'ada@example.org', otp: world.lastCode });
    const person = await world.prisma.person.findUniqueOrThrow({ where: { email: 'ada@example.org' } });
    expect(person).toMatchObject({ name: 'Ada Rope', emailVerified: true, zone: 'Europe/Zurich' });
    expect(await ada.viewer()).toMatchObject({ personId: person.id, credential: { kind: 'session' } });
  });

  it('answers the same for an address that has an account, and mails its owner kindly', async () => {
    await world.signUp(world.browser(), 'ada@example.org');
    const form = { name: 'Somebody', password: PASSWORD };
    const known = await told(
      await world.browser().post('/sign-up/email', { ...form, email: 'ada@example.org' }),
    );
    expect(world.mails[0]).toMatchObject({ to: 'ada@example.org', subject: 'You are already on Belay' });
    const unknown = await told(
      await world.browser().post('/sign-up/email', { ...form, email: 'bea@example.org' }),
    );
    expect(world.mails[0]).toMatchObject({ to: 'bea@example.org', subject: 'Your code to join Belay' });
    expect(known).toEqual(unknown);
  });

  it('does not let a stranger prepare an account for somebody’s address', async () => {
    const stranger = world.browser('198.51.100.7');
    const ada = world.browser();
    await stranger.post('/sign-up/email', {
      name: 'Not Ada',
      email: 'ada@example.org',
      password: 'stranger danger',
    });
    const strangersCode = world.lastCode;
    await ada.post('/sign-up/email', { name: 'Ada', email: 'ada@example.org', password: PASSWORD });
    const adasCode = world.lastCode;

    expect(
      (await stranger.post('/email-otp/verify-email', { email: 'ada@example.org', otp: adasCode })).status,
    ).toBe(400);
    expect(
      (await ada.post('/email-otp/verify-email', { email: 'ada@example.org', otp: strangersCode })).status,
    ).toBe(400);
    expect(
      (await ada.post('/email-otp/verify-email', { email: 'ada@example.org', otp: adasCode })).status,
    ).toBe(200);
    expect(
      (await stranger.post('/email-otp/verify-email', { email: 'ada@example.org', otp: strangersCode }))
        .status,
    ).toBe(400);
    expect(await world.prisma.person.findMany({ select: { name: true } })).toEqual([{ name: 'Ada' }]);
  });

  it('refuses a code that is wrong, late, used or tried too often, all in the same words', async () => {
    const never = await told(
      await world.browser().post('/email-otp/verify-email', { email: 'ada@example.org', otp: '123456' }),
    );
    expect(never).toMatchObject({ status: 400 });
    expect(JSON.parse(never.body)).toMatchObject({ code: 'INVALID_OTP' });

    const late = world.browser();
    await late.post('/sign-up/email', { name: 'Late', email: 'late@example.org' });
    world.clock.advance(minutes(10));
    expect(
      await told(
        await late.post('/email-otp/verify-email', { email: 'late@example.org', otp: world.lastCode }),
      ),
    ).toEqual(never);

    const guesser = world.browser();
    await guesser.post('/sign-up/email', { name: 'Guess', email: 'guess@example.org' });
    const code = world.lastCode;
    for (let i = 0; i < 5; i++) {
      const guess = { email: 'guess@example.org', otp: wrong(code) };
      expect(await told(await guesser.post('/email-otp/verify-email', guess))).toEqual(never);
    }
    expect(
      await told(await guesser.post('/email-otp/verify-email', { email: 'guess@example.org', otp: code })),
    ).toEqual(never);

    const ada = world.browser();
    await ada.post('/sign-up/email', { name: 'Ada', email: 'ada@example.org' });
    const once = { email: 'ada@example.org', otp: world.lastCode };
    const [first, second] = await Promise.all([
      ada.post('/email-otp/verify-email', once),
      ada.post('/email-otp/verify-email', once),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 400]);
    expect(await world.prisma.session.count()).toBe(1);
    expect(await world.prisma.person.count()).toBe(1);
  });

  it.each([
    ['no name', { name: ' ', email: 'ada@example.org', password: PASSWORD }],
    ['a long name', { name: 'a'.repeat(81), email: 'ada@example.org', password: PASSWORD }],
    ['no address', { name: 'Ada', email: 'ada', password: PASSWORD }],
    ['a short password', { name: 'Ada', email: 'ada@example.org', password: 'short' }],
    ['a long password', { name: 'Ada', email: 'ada@example.org', password: 'x'.repeat(129) }],
    ['an unknown zone', { name: 'Ada', email: 'ada@example.org', zone: 'Mars/Olympus' }],
    ['a list', []],
    ['too much', { name: 'Ada', email: 'ada@example.org', more: 'x'.repeat(20_000) }],
  ])('refuses %s', async (_what, body) => {
    const response = await world.browser().post('/sign-up/email', body);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'BAD_USER_INPUT' }]);
    expect(await world.prisma.verification.count()).toBe(0);
    expect(world.mails).toEqual([]);
  });
});
