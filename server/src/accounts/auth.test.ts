import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MovableClock, minutes } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';
import { createMailer, type Mailer } from '../platform/mail.ts';
import { openTestDatabase } from '../platform/testDatabase.ts';
import { type Auth, createAuth } from './auth.ts';
import { findViewer } from './viewer.ts';

const ORIGIN = 'https://belay.example';
const config: Config = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: ORIGIN,
  database: { kind: 'embedded', dir: null },
  redisUrl: null,
  smtpUrl: null,
  trustedProxies: 0,
  authSecret: 'a secret that is long enough for a test',
  demo: false,
  production: false,
  logLevel: 'silent',
};
const PASSWORD = 'a rope and a harness';

let database: Database;
let clock: MovableClock;
let mailer: Mailer;
let auth: Auth;
let ended: string[];
let faults: unknown[];
let rung: string[];
let level: () => Promise<void>;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.pool.query('TRUNCATE person, verification, rate_limit, stream, stream_event CASCADE');
  clock = new MovableClock();
  mailer = createMailer(config);
  ended = [];
  faults = [];
  rung = [];
  level = async () => undefined;
  auth = startAuth();
});
const startAuth = (settings: Partial<Config> = {}) =>
  createAuth({
    level: () => level(),
    prisma: database.prisma,
    config: { ...config, ...settings },
    clock,
    mailer,
    endCredentials: (ids) => ended.push(...ids),
    ring: (streamIds) => rung.push(...streamIds),
    wakeJobs: () => undefined,
    onFault: (error) => faults.push(error),
  });
afterEach(() => expect(faults).toEqual([]));

/** A browser at one address: it keeps its cookies and says where its page is from. */
function browser(address = '192.0.2.1') {
  const jar = new Map<string, string>();
  async function request(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) {
    const response = await auth.handle(
      new Request(`${ORIGIN}/api/auth${path}`, {
        method,
        headers: { origin: ORIGIN, 'content-type': 'application/json', cookie: cookies(), ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
      address,
    );
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    await auth.settled();
    return response;
  }
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  return {
    post: (path: string, body: unknown = {}, headers?: Record<string, string>) =>
      request('POST', path, body, headers),
    get: (path: string) => request('GET', path),
    viewer: () => findViewer({ pool: database.pool, config, clock }, new Headers({ cookie: cookies() })),
  };
}
type Browser = ReturnType<typeof browser>;

const mails = () => mailer.kept() ?? [];
const lastCode = () => mails()[0]?.text.match(/\b\d{6}\b/)?.[0] ?? 'no code';
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

/** All a caller can tell: status, headers and body, without what is made up anew for everybody. */
async function told(response: Response) {
  const headers = [...response.headers].map(([name, value]) =>
    name === 'set-cookie' ? [name, value.replace(/=[^;]+/, '=…')] : [name, value],
  );
  return { status: response.status, headers, body: await response.text() };
}

async function signUp(person: Browser, email: string, password: string | undefined = PASSWORD) {
  await person.post('/sign-up/email', { name: 'Ada Rope', email, password });
  return person.post('/email-otp/verify-email', { email, otp: lastCode() });
}

describe('signing up', () => {
  it('makes somebody only when the mailed code comes back, and signs them in', async () => {
    const ada = browser();
    const asked = await ada.post('/sign-up/email', {
      name: ' Ada Rope ',
      email: 'Ada@Example.org',
      password: PASSWORD,
      zone: 'Europe/Zurich',
    });
    expect(await told(asked)).toMatchObject({ status: 200, body: '{"status":true}' });
    expect(await database.prisma.person.count()).toBe(0);
    expect(await ada.viewer()).toBeNull();

    await ada.post('/email-otp/verify-email', { email: 'ada@example.org', otp: lastCode() });
    const person = await database.prisma.person.findUniqueOrThrow({ where: { email: 'ada@example.org' } });
    expect(person).toMatchObject({ name: 'Ada Rope', emailVerified: true, zone: 'Europe/Zurich' });
    expect(await ada.viewer()).toMatchObject({ personId: person.id, credential: { kind: 'session' } });
  });

  it('answers the same for an address that has an account, and mails its owner kindly', async () => {
    await signUp(browser(), 'ada@example.org');
    const form = { name: 'Somebody', password: PASSWORD };
    const known = await told(await browser().post('/sign-up/email', { ...form, email: 'ada@example.org' }));
    expect(mails()[0]).toMatchObject({ to: 'ada@example.org', subject: 'You are already on Belay' });
    const unknown = await told(await browser().post('/sign-up/email', { ...form, email: 'bea@example.org' }));
    expect(mails()[0]).toMatchObject({ to: 'bea@example.org', subject: 'Your code to join Belay' });
    expect(known).toEqual(unknown);
  });

  it('does not let a stranger prepare an account for somebody’s address', async () => {
    const stranger = browser('198.51.100.7');
    const ada = browser();
    await stranger.post('/sign-up/email', {
      name: 'Not Ada',
      email: 'ada@example.org',
      password: 'stranger danger',
    });
    const strangersCode = lastCode();
    await ada.post('/sign-up/email', { name: 'Ada', email: 'ada@example.org', password: PASSWORD });
    const adasCode = lastCode();

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
    expect(await database.prisma.person.findMany({ select: { name: true } })).toEqual([{ name: 'Ada' }]);
  });

  it('refuses a code that is wrong, late, used or tried too often, all in the same words', async () => {
    const never = await told(
      await browser().post('/email-otp/verify-email', { email: 'ada@example.org', otp: '123456' }),
    );
    expect(never).toMatchObject({ status: 400 });
    expect(JSON.parse(never.body)).toMatchObject({ code: 'INVALID_OTP' });

    const late = browser();
    await late.post('/sign-up/email', { name: 'Late', email: 'late@example.org' });
    clock.advance(minutes(10));
    expect(
      await told(await late.post('/email-otp/verify-email', { email: 'late@example.org', otp: lastCode() })),
    ).toEqual(never);

    const guesser = browser();
    await guesser.post('/sign-up/email', { name: 'Guess', email: 'guess@example.org' });
    const code = lastCode();
    for (let i = 0; i < 5; i++) {
      const guess = { email: 'guess@example.org', otp: wrong(code) };
      expect(await told(await guesser.post('/email-otp/verify-email', guess))).toEqual(never);
    }
    expect(
      await told(await guesser.post('/email-otp/verify-email', { email: 'guess@example.org', otp: code })),
    ).toEqual(never);

    const ada = browser();
    await ada.post('/sign-up/email', { name: 'Ada', email: 'ada@example.org' });
    const once = { email: 'ada@example.org', otp: lastCode() };
    const [first, second] = await Promise.all([
      ada.post('/email-otp/verify-email', once),
      ada.post('/email-otp/verify-email', once),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 400]);
    expect(await database.prisma.session.count()).toBe(1);
    expect(await database.prisma.person.count()).toBe(1);
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
    const response = await browser().post('/sign-up/email', body);
    expect([response.status, await response.json()]).toMatchObject([400, { code: 'BAD_USER_INPUT' }]);
    expect(await database.prisma.verification.count()).toBe(0);
    expect(mails()).toEqual([]);
  });
});

describe('signing in', () => {
  beforeEach(async () => {
    await signUp(browser(), 'ada@example.org');
  });

  it('opens with the password, in a cookie no script can read', async () => {
    const ada = browser();
    const response = await ada.post('/sign-in/email', { email: 'ada@example.org', password: PASSWORD });
    expect(response.headers.getSetCookie()).toHaveLength(1);
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Secure-belay\.session_token=\S+; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(await ada.viewer()).not.toBeNull();
    const session = await database.prisma.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
    expect(session.ipAddress).toBe('192.0.2.1');
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const bad = { password: 'not the password' };
    const known = await told(await browser().post('/sign-in/email', { ...bad, email: 'ada@example.org' }));
    const unknown = await told(await browser().post('/sign-in/email', { ...bad, email: 'bea@example.org' }));
    expect(known.status).toBe(401);
    expect(known).toEqual(unknown);
  });

  it('lets no answer show by its time that an address is unknown', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    level = () => promise;
    const answered: string[] = [];
    const tries = ['ada@example.org', 'bea@example.org'].flatMap((email) =>
      [
        browser().post('/sign-in/email', { email, password: PASSWORD }),
        browser().post('/sign-in/email-otp', { email, otp: '123456' }),
        browser().post('/email-otp/send-verification-otp', { email, type: 'sign-in' }),
        browser().post('/email-otp/request-password-reset', { email }),
        browser().post('/sign-up/email', { email, name: 'Somebody' }),
      ].map((response) => response.then(() => answered.push(email))),
    );
    await browser().get('/get-session');
    expect(answered).toEqual([]);
    resolve();
    await Promise.all(tries);
    expect(answered).toHaveLength(10);
  });

  it('opens with a mailed code, once', async () => {
    const ada = browser();
    await ada.post('/email-otp/send-verification-otp', { email: 'ada@example.org', type: 'sign-in' });
    const code = { email: 'ada@example.org', otp: lastCode() };
    expect((await ada.post('/sign-in/email-otp', code)).status).toBe(200);
    expect(await ada.viewer()).not.toBeNull();
    const again = browser();
    expect((await again.post('/sign-in/email-otp', code)).status).toBe(400);
    expect(await again.viewer()).toBeNull();
  });

  it('asks for and tries codes with the same answers whether the address is known or not', async () => {
    const answers = async (email: string) => {
      const one = browser();
      const seen = [
        await told(await one.post('/email-otp/send-verification-otp', { email, type: 'sign-in' })),
      ];
      for (let i = 0; i < 5; i++) {
        seen.push(await told(await one.post('/sign-in/email-otp', { email, otp: wrong(lastCode()) })));
      }
      return seen;
    };
    const known = await answers('ada@example.org');
    expect(mails()[0]).toMatchObject({ to: 'ada@example.org', subject: 'Your code to sign in to Belay' });
    const unknown = await answers('bea@example.org');
    expect(mails()[0]).toMatchObject({
      to: 'bea@example.org',
      subject: 'There is no Belay account with this address',
    });
    expect(known).toEqual(unknown);
    expect(known.map(({ status }) => status)).toEqual([200, 400, 400, 400, 400, 400]);
    expect(await database.prisma.person.count()).toBe(1);
  });

  it('locks a code after three wrong tries', async () => {
    const ada = browser();
    await ada.post('/email-otp/send-verification-otp', { email: 'ada@example.org', type: 'sign-in' });
    const code = lastCode();
    for (let i = 0; i < 3; i++)
      await ada.post('/sign-in/email-otp', { email: 'ada@example.org', otp: wrong(code) });
    expect((await ada.post('/sign-in/email-otp', { email: 'ada@example.org', otp: code })).status).toBe(400);
    expect(await ada.viewer()).toBeNull();
  });

  it('sets a new password by code, which ends every session', async () => {
    const ada = browser();
    await ada.post('/sign-in/email', { email: 'ada@example.org', password: PASSWORD });
    const open = await database.prisma.session.findMany({ select: { id: true } });
    await ada.post('/email-otp/request-password-reset', { email: 'ada@example.org' });
    const form = { email: 'ada@example.org', otp: lastCode(), password: 'another long password' };
    expect((await ada.post('/email-otp/reset-password', form)).status).toBe(200);
    expect(await ada.viewer()).toBeNull();
    expect(ended.sort()).toEqual(open.map(({ id }) => id).sort());
    expect((await ada.post('/sign-in/email', { email: 'ada@example.org', password: PASSWORD })).status).toBe(
      401,
    );
    expect(
      (await ada.post('/sign-in/email', { email: 'ada@example.org', password: form.password })).status,
    ).toBe(200);
  });

  it('resets with the same answers whether the address is known or not', async () => {
    const answers = async (email: string) => {
      const one = browser();
      const seen = [await told(await one.post('/email-otp/request-password-reset', { email }))];
      for (let i = 0; i < 5; i++) {
        const form = { email, otp: wrong(lastCode()), password: 'another long password' };
        seen.push(await told(await one.post('/email-otp/reset-password', form)));
      }
      return seen;
    };
    expect(await answers('ada@example.org')).toEqual(await answers('bea@example.org'));
  });
});

describe('the doors', () => {
  it('signs out, and ends what was open', async () => {
    const ada = browser();
    await signUp(ada, 'ada@example.org');
    const viewer = await ada.viewer();
    expect((await ada.post('/sign-out')).status).toBe(200);
    expect(viewer).toMatchObject({ credential: { id: ended[0] }, personId: rung[0] });
    expect(await database.prisma.session.count()).toBe(0);
  });

  it('signs the other browsers out', async () => {
    const [ada, phone] = [browser(), browser()];
    await signUp(ada, 'ada@example.org');
    await phone.post('/sign-in/email', { email: 'ada@example.org', password: PASSWORD });
    expect((await ada.post('/revoke-other-sessions')).status).toBe(200);
    expect([await phone.viewer(), (await ada.viewer()) !== null]).toEqual([null, true]);
    expect(ended).toHaveLength(1);
  });

  it('offers a passkey to somebody signed in, and a challenge to anybody', async () => {
    const ada = browser();
    expect((await ada.get('/passkey/generate-register-options')).status).toBe(401);
    await signUp(ada, 'ada@example.org');
    const options = await (await ada.get('/passkey/generate-register-options')).json();
    expect(options).toMatchObject({ rp: { id: 'belay.example', name: 'Belay' } });
    const challenge = await (await browser().get('/passkey/generate-authenticate-options')).json();
    expect(challenge).toMatchObject({ rpId: 'belay.example' });
    expect(
      (await browser().post('/passkey/verify-authentication', { response: { id: 'nothing' } })).status,
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
    expect((await browser().post(path)).status).toBe(404);
    expect((await browser().get(path)).status).toBe(404);
  });

  it('sends no other kind of code than those that open something', async () => {
    const body = { email: 'ada@example.org', type: 'email-verification' };
    const response = await browser().post('/email-otp/send-verification-otp', body);
    expect([response.status, mails()]).toEqual([400, []]);
  });

  it('refuses pages from elsewhere', async () => {
    await signUp(browser(), 'ada@example.org');
    const form = { email: 'ada@example.org', password: PASSWORD };
    const evil = await browser().post('/sign-in/email', form, { origin: 'https://evil.example' });
    const none = await browser().post('/sign-in/email', form, { origin: 'null' });
    expect([evil.status, none.status]).toEqual([403, 403]);
    expect(await database.prisma.session.count()).toBe(1);
  });
});

describe('limits', () => {
  const tryPassword = (one: Browser, email: string, headers?: Record<string, string>) =>
    one.post('/sign-in/email', { email, password: 'not the password' }, headers);

  it('holds for an address wherever the tries come from, known or not, until the time is over', async () => {
    await signUp(browser(), 'ada@example.org');
    for (const email of ['ada@example.org', 'BEA@example.org']) {
      for (let i = 0; i < 10; i++)
        expect((await tryPassword(browser(`192.0.2.${i}`), email)).status).toBe(401);
      const refused = await tryPassword(browser('192.0.2.99'), email.toLowerCase());
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([
        429,
        expect.stringMatching(/^\d+$/),
      ]);
    }
    const ada = browser();
    const right = { email: 'ada@example.org', password: PASSWORD };
    expect((await ada.post('/sign-in/email', right)).status).toBe(429);
    expect(await ada.viewer()).toBeNull();
    clock.advance(minutes(15));
    expect((await ada.post('/sign-in/email', right)).status).toBe(200);
  });

  it('holds for a caller, whatever addresses they try and whatever headers they send', async () => {
    await database.prisma.rateLimit.create({
      data: { id: 'x', key: '/sign-in/email from 192.0.2.1', count: 59, lastRequest: clock.now().getTime() },
    });
    const forged = {
      'x-forwarded-for': '203.0.113.5',
      'x-belay-caller': '203.0.113.6',
      forwarded: 'for=203.0.113.7',
    };
    expect((await tryPassword(browser(), 'a@example.org', forged)).status).toBe(401);
    expect((await tryPassword(browser(), 'b@example.org', forged)).status).toBe(429);
    expect((await tryPassword(browser('192.0.2.2'), 'c@example.org')).status).toBe(401);
  });

  it('counts by what our own proxy says, where there is one', async () => {
    auth = startAuth({ trustedProxies: 1 });
    await database.prisma.rateLimit.create({
      data: {
        id: 'x',
        key: '/sign-in/email from 203.0.113.5',
        count: 60,
        lastRequest: clock.now().getTime(),
      },
    });
    const through = (hops: string) => tryPassword(browser(), 'a@example.org', { 'x-forwarded-for': hops });
    expect((await through('203.0.113.5')).status).toBe(429);
    expect((await through('203.0.113.9, 203.0.113.5')).status).toBe(429);
    expect((await through('203.0.113.5, 203.0.113.9')).status).toBe(401);
  });

  it('mails an address no more than five codes in a quarter of an hour', async () => {
    const ask = () => browser().post('/sign-up/email', { name: 'Ada', email: 'ada@example.org' });
    for (let i = 0; i < 5; i++) expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(429);
    expect(mails()).toHaveLength(5);
  });
});
