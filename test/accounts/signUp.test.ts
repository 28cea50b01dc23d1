import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';
import { mailedCode, Page, signIn } from '../harness/page.ts';
import { openSocket } from '../harness/socket.ts';

const VIEWER =
  '{ viewer { email credential { kind } person { name zone isViewer } sessions { device current } } }';

describe('signing up and in', () => {
  let belay: Belay;
  beforeAll(async () => {
    belay = await startBelay();
  });
  afterAll(() => belay.close());

  it('begins with a mailed code, and the session opens HTTP and WebSocket alike', async () => {
    const page = new Page(belay);
    const form = {
      name: 'Ada Rope',
      email: 'ada@example.org',
      password: 'a rope and a harness',
      zone: 'Europe/Zurich',
    };
    expect((await page.post('/api/auth/sign-up/email', form)).status).toBe(200);
    expect(await page.ask(VIEWER)).toEqual({ data: { viewer: null } });

    const otp = await mailedCode(belay, form.email);
    const userAgent = {
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    };
    await page.post('/api/auth/email-otp/verify-email', { email: form.email, otp }, userAgent);
    expect(await page.ask(VIEWER)).toEqual({
      data: {
        viewer: {
          email: form.email,
          credential: { kind: 'SESSION' },
          person: { name: form.name, zone: form.zone, isViewer: true },
          sessions: [{ device: 'Firefox on Linux', current: true }],
        },
      },
    });
    const { cookie, origin } = page;
    const { answer, socket } = await openSocket(belay, { cookie, origin });
    expect(answer).toBe('connection_ack');
    socket.close();
  });

  it('does not lend a session to pages from elsewhere', async () => {
    const { email } = await belay.person();
    const { cookie } = await signIn(belay, email);
    const { answer } = await openSocket(belay, { cookie, origin: 'https://evil.example' });
    expect(answer).not.toBe('connection_ack');
    const forged = await new Page(belay, 'https://evil.example').post(
      '/graphql',
      { query: VIEWER },
      { cookie },
    );
    expect(await forged.text()).not.toContain(email);
    expect(
      (await new Page(belay, 'https://evil.example').post('/api/auth/sign-out', {}, { cookie })).status,
    ).toBe(403);
    expect(await belay.app.services.prisma.session.count({ where: { person: { email } } })).toBe(1);
  });

  it('tells nobody over the wire which addresses exist', async () => {
    const { email } = await belay.person();
    const told = async (response: Response) => ({
      status: response.status,
      headers: [...response.headers]
        .filter(([name]) => name !== 'date')
        .map(([name, value]) => [name, name === 'set-cookie' ? value.replace(/=[^;]+/, '=…') : value]),
      body: await response.text(),
    });
    const answers = async (address: string) => {
      const post = async (path: string, body: object) =>
        told(await new Page(belay).post(`/api/auth${path}`, { email: address, ...body }));
      return {
        signUp: await post('/sign-up/email', { name: 'Somebody', password: 'a rope and a harness' }),
        finish: await post('/email-otp/verify-email', { otp: '000000' }),
        signIn: await post('/sign-in/email', { password: 'a rope and a harness' }),
        code: await post('/email-otp/send-verification-otp', { type: 'sign-in' }),
        withCode: await post('/sign-in/email-otp', { otp: 'wrong' }),
        reset: await post('/email-otp/request-password-reset', {}),
        withReset: await post('/email-otp/reset-password', {
          otp: 'wrong',
          password: 'a rope and a harness',
        }),
      };
    };
    const known = await answers(email);
    expect(known).toEqual(await answers('nobody@example.org'));
    expect(Object.values(known).map(({ status }) => status)).toEqual([200, 400, 401, 200, 400, 200, 400]);
  });

  it('keeps limits over a restart and for all servers, in the database', async () => {
    const page = new Page(belay);
    for (let i = 0; i < 5; i++) {
      await page.post('/api/auth/email-otp/request-password-reset', { email: 'limit@example.org' });
    }
    const refused = await page.post('/api/auth/email-otp/request-password-reset', {
      email: 'Limit@example.org',
    });
    expect([refused.status, (await refused.json()).code]).toEqual([429, 'RATE_LIMITED']);
    const keys = await belay.app.services.prisma.rateLimit.findMany({ select: { key: true } });
    expect(keys.filter(({ key }) => key.startsWith('/email-otp/request-password-reset for '))).not.toEqual(
      [],
    );
    expect(JSON.stringify(keys)).not.toContain('example.org');
  });
});
