import { describe, expect, it } from 'vitest';
import { minutes } from '../platform/clock.ts';
import { authWorld, type Browser, PASSWORD } from './testAuth.ts';

const world = authWorld();

describe('the doors', () => {
  it('signs out, and ends what was open', async () => {
    const ada = world.browser();
    await world.signUp(ada, 'ada@example.org');
    const viewer = await ada.viewer();
    expect((await ada.post('/sign-out')).status).toBe(200);
    expect(viewer).toMatchObject({ credential: { id: world.ended[0] }, personId: world.rung[0] });
    expect(await world.prisma.session.count()).toBe(0);
  });

  it('signs the other browsers out', async () => {
    const [ada, phone] = [world.browser(), world.browser()];
    await world.signUp(ada, 'ada@example.org');
    await phone.post('/sign-in/email', { email: 'ada@example.org', password: PASSWORD });
    expect((await ada.post('/revoke-other-sessions')).status).toBe(200);
    expect([await phone.viewer(), (await ada.viewer()) !== null]).toEqual([null, true]);
    expect(world.ended).toHaveLength(1);
  });

  it('offers a passkey to somebody signed in, and a challenge to anybody', async () => {
    const ada = world.browser();
    expect((await ada.get('/passkey/generate-register-options')).status).toBe(401);
    await world.signUp(ada, 'ada@example.org');
    const options = await (await ada.get('/passkey/generate-register-options')).json();
    expect(options).toMatchObject({ rp: { id: 'belay.example', name: 'Belay' } });
    const challenge = await (await world.browser().get('/passkey/generate-authenticate-options')).json();
    expect(challenge).toMatchObject({ rpId: 'belay.example' });
    expect(
      (await world.browser().post('/passkey/verify-authentication', { response: { id: 'nothing' } })).status,
    ).toBe(400);
  });

  it.each([
    '/list-sessions',
    '/update-user',
    '/delete-user',
    '/email-otp/check-verification-otp',
    '/__proto__',
    '/sign-in/email/',
    '',
  ])('has no %s', async (path) => {
    expect((await world.browser().post(path)).status).toBe(404);
    expect((await world.browser().get(path)).status).toBe(404);
  });

  it('sends no other kind of code than those that open something', async () => {
    const body = { email: 'ada@example.org', type: 'email-verification' };
    const response = await world.browser().post('/email-otp/send-verification-otp', body);
    expect([response.status, world.mails]).toEqual([400, []]);
  });

  it('refuses pages from elsewhere', async () => {
    await world.signUp(world.browser(), 'ada@example.org');
    const form = { email: 'ada@example.org', password: PASSWORD };
    const evil = await world.browser().post('/sign-in/email', form, { origin: 'https://evil.example' });
    const none = await world.browser().post('/sign-in/email', form, { origin: 'null' });
    expect([evil.status, none.status]).toEqual([403, 403]);
    expect(await world.prisma.session.count()).toBe(1);
  });
});

describe('limits', () => {
  const tryPassword = (one: Browser, email: string, headers?: Record<string, string>) =>
    one.post('/sign-in/email', { email, password: 'not the password' }, headers);

  it('holds for an address wherever the tries come from, known or not, until the time is over', async () => {
    await world.signUp(world.browser(), 'ada@example.org');
    for (const email of ['ada@example.org', 'BEA@example.org']) {
      for (let i = 0; i < 10; i++)
        expect((await tryPassword(world.browser(`192.0.2.${i}`), email)).status).toBe(401);
      const refused = await tryPassword(world.browser('192.0.2.99'), email.toLowerCase());
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([
        429,
        expect.stringMatching(/^\d+$/),
      ]);
    }
    const ada = world.browser();
    const right = { email: 'ada@example.org', password: PASSWORD };
    expect((await ada.post('/sign-in/email', right)).status).toBe(429);
    expect(await ada.viewer()).toBeNull();
    world.clock.advance(minutes(15));
    expect((await ada.post('/sign-in/email', right)).status).toBe(200);
  });

  it('holds for a caller, whatever addresses they try and whatever headers they send', async () => {
    await world.prisma.rateLimit.create({
      data: {
        id: 'x',
        key: '/sign-in/email from 192.0.2.1',
        count: 59,
        lastRequest: world.clock.now().getTime(),
      },
    });
    const forged = {
      'x-forwarded-for': '203.0.113.5',
      'x-belay-caller': '203.0.113.6',
      forwarded: 'for=203.0.113.7',
    };
    expect((await tryPassword(world.browser(), 'a@example.org', forged)).status).toBe(401);
    expect((await tryPassword(world.browser(), 'b@example.org', forged)).status).toBe(429);
    expect((await tryPassword(world.browser('192.0.2.2'), 'c@example.org')).status).toBe(401);
  });

  it('counts by what our own proxy says, where there is one', async () => {
    world.start({ trustedProxies: 1 });
    await world.prisma.rateLimit.create({
      data: {
        id: 'x',
        key: '/sign-in/email from 203.0.113.5',
        count: 60,
        lastRequest: world.clock.now().getTime(),
      },
    });
    const through = (hops: string) =>
      tryPassword(world.browser(), 'a@example.org', { 'x-forwarded-for': hops });
    expect((await through('203.0.113.5')).status).toBe(429);
    expect((await through('203.0.113.9, 203.0.113.5')).status).toBe(429);
    expect((await through('203.0.113.5, 203.0.113.9')).status).toBe(401);
  });

  it('mails an address no more than five codes in a quarter of an hour', async () => {
    const ask = () => world.browser().post('/sign-up/email', { name: 'Ada', email: 'ada@example.org' });
    for (let i = 0; i < 5; i++) expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
    expect(world.mails).toHaveLength(5);
  });
});
