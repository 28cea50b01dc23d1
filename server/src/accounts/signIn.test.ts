import { beforeEach, describe, expect, it } from 'vitest';
import { authWorld, PASSWORD, told, wrong } from './testAuth.ts';

const world = authWorld();

describe('signing in', () => {
  beforeEach(async () => {
    await world.signUp(world.browser(), 'ada@example.org');
  });

  it('opens with the password, in a cookie no script can read', async () => {
    const ada = world.browser();
    const response = await ada.post('/sign-in/email', { email: 'ada@example.org', password: PASSWORD });
    expect(response.headers.getSetCookie()).toHaveLength(1);
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Secure-belay\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await ada.viewer()).not.toBeNull();
    const session = await world.prisma.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    expect(session.ipAddress).toBe('192.0.2.1');
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const bad = { password: 'not the password' };
    const known = await told(
      await world.browser().post('/sign-in/email', { ...bad, email: 'ada@example.org' }),
    );
    const unknown = await told(
      await world.browser().post('/sign-in/email', { ...bad, email: 'bea@example.org' }),
    );
    expect(known.status).toBe(401);
    expect(known).toEqual(unknown);
  });

  it('lets no answer show by its time that an address is unknown', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    world.level = () => promise;
    const answered: string[] = [];
    const tries = ['ada@example.org', 'bea@example.org'].flatMap((email) =>
      [
        world.browser().post('/sign-in/email', { email, password: PASSWORD }),
        world.browser().post('/sign-in/email-otp', { email, otp: '123456' }),
        world.browser().post('/email-otp/send-verification-otp', { email, type: 'sign-in' }),
        world.browser().post('/email-otp/request-password-reset', { email }),
        world.browser().post('/sign-up/email', { email, name: 'Somebody' }),
      ].map((response) => response.then(() => answered.push(email))),
    );
    await world.browser().get('/get-session');
    expect(answered).toEqual([]);
    resolve();
    await Promise.all(tries);
    expect(answered).toHaveLength(10);
  });

  it('opens with a mailed code, once', async () => {
    const ada = world.browser();
    await ada.post('/email-otp/send-verification-otp', { email: 'ada@example.org', type: 'sign-in' });
    const code = { email: 'ada@example.org', otp: world.lastCode };
    expect((await ada.post('/sign-in/email-otp', code)).status).toBe(200);
    expect(await ada.viewer()).not.toBeNull();
    const again = world.browser();
    expect((await again.post('/sign-in/email-otp', code)).status).toBe(400);
    expect(await again.viewer()).toBeNull();
  });

  it('asks for and tries codes with the same answers whether the address is known or not', async () => {
    const answers = async (email: string) => {
      const one = world.browser();
      const seen = [
        await told(await one.post('/email-otp/send-verification-otp', { email, type: 'sign-in' })),
      ];
      for (let i = 0; i < 5; i++) {
        seen.push(await told(await one.post('/sign-in/email-otp', { email, otp: wrong(world.lastCode) })));
      }
      return seen;
    };
    const known = await answers('ada@example.org');
    expect(world.mails[0]).toMatchObject({ to: 'ada@example.org', subject: 'Your code to sign in to Belay' });
    const unknown = await answers('bea@example.org');
    expect(world.mails[0]).toMatchObject({
      to: 'bea@example.org',
      subject: 'There is no Belay account with this address',
    });
    expect(known).toEqual(unknown);
    expect(known.map(({ status }) => status)).toEqual([200, 400, 400, 400, 400, 400]);
    expect(await world.prisma.person.count()).toBe(1);
  });

  it('locks a code after three wrong tries', async () => {
    const ada = world.browser();
    await ada.post('/email-otp/send-verification-otp', { email: 'ada@example.org', type: 'sign-in' });
    const code = world.lastCode;
    for (let i = 0; i < 3; i++)
      await ada.post('/sign-in/email-otp', { email: 'ada@example.org', otp: wrong(code) });
    expect((await ada.post('/sign-in/email-otp', { email: 'ada@example.org', otp: code })).status).toBe(400);
    expect(await ada.viewer()).toBeNull();
  });

  it('sets a new password by code, which ends every session', async () => {
    const ada = world.browser();
    await ada.post('/sign-in/email', { email: 'ada@example.org', password: PASSWORD });
    const open = await world.prisma.session.findMany({ select: { id: true } });
    await ada.post('/email-otp/request-password-reset', { email: 'ada@example.org' });
    const form = { email: 'ada@example.org', otp: world.lastCode, password: 'another long password' };
    expect((await ada.post('/email-otp/reset-password', form)).status).toBe(200);
    expect(await ada.viewer()).toBeNull();
    expect(world.ended.sort()).toEqual(open.map(({ id }) => id).sort());
    expect((await ada.post('/sign-in/email', { email: 'ada@example.org', password: PASSWORD })).status).toBe(
      401,
    );
    expect(
      (await ada.post('/sign-in/email', { email: 'ada@example.org', password: form.password })).status,
    ).toBe(200);
  });

  it('resets with the same answers whether the address is known or not', async () => {
    const answers = async (email: string) => {
      const one = world.browser();
      const seen = [await told(await one.post('/email-otp/request-password-reset', { email }))];
      for (let i = 0; i < 5; i++) {
        const form = { email, otp: wrong(world.lastCode), password: 'another long password' };
        seen.push(await told(await one.post('/email-otp/reset-password', form)));
      }
      return seen;
    };
    expect(await answers('ada@example.org')).toEqual(await answers('bea@example.org'));
  });
});
