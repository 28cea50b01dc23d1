import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { MovableClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Database } from '../platform/database.ts';
import { createMailer, type KeptMail, type Mailer } from '../platform/mail.ts';
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
export const PASSWORD = 'a rope and a harness';

/** Signing up, in and out over an empty database, for each test anew. No answer waits unless `level` is set. */
class World {
  database!: Database;
  clock!: MovableClock;
  auth!: Auth;
  /** Sessions that were told to end, and streams that moved. */
  ended!: string[];
  rung!: string[];
  level!: () => Promise<void>;
  #mailer!: Mailer;
  #faults!: unknown[];

  async reset(): Promise<void> {
    await this.database.pool.query('TRUNCATE person, verification, rate_limit, stream, stream_event CASCADE');
    this.clock = new MovableClock();
    this.#mailer = createMailer(config);
    this.ended = [];
    this.rung = [];
    this.#faults = [];
    this.level = async () => undefined;
    this.start();
  }

  start(settings: Partial<Config> = {}): void {
    this.auth = createAuth({
      level: () => this.level(),
      prisma: this.database.prisma,
      config: { ...config, ...settings },
      clock: this.clock,
      mailer: this.#mailer,
      endCredentials: (ids) => this.ended.push(...ids),
      ring: (streamIds) => this.rung.push(...streamIds),
      wakeJobs: () => undefined,
      onFault: (error) => this.#faults.push(error),
    });
  }

  get prisma() {
    return this.database.prisma;
  }

  get faults(): readonly unknown[] {
    return this.#faults;
  }

  /** Newest first. */
  get mails(): readonly KeptMail[] {
    return this.#mailer.kept() ?? [];
  }

  get lastCode(): string {
    return this.mails[0]?.text.match(/\b\d{6}\b/)?.[0] ?? 'no code';
  }

  browser(address = '192.0.2.1'): Browser {
    return new Browser(this, address);
  }

  async signUp(browser: Browser, email: string): Promise<void> {
    await browser.post('/sign-up/email', { name: 'Ada Rope', email, password: PASSWORD });
    await browser.post('/email-otp/verify-email', { email, otp: this.lastCode });
  }
}

/** A browser at one address: it keeps its cookies and says where its page is from. */
export class Browser {
  readonly #world: World;
  readonly #address: string;
  readonly #jar = new Map<string, string>();

  constructor(world: World, address: string) {
    this.#world = world;
    this.#address = address;
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
    return this.#request(path, { method: 'POST', body: JSON.stringify(body) }, headers);
  }

  get(path: string): Promise<Response> {
    return this.#request(path, { method: 'GET' });
  }

  viewer() {
    const { database, clock } = this.#world;
    return findViewer({ pool: database.pool, config, clock }, new Headers({ cookie: this.#cookie() }));
  }

  async #request(path: string, init: RequestInit, more: Record<string, string> = {}): Promise<Response> {
    const headers = { origin: ORIGIN, 'content-type': 'application/json', cookie: this.#cookie(), ...more };
    const request = new Request(`${ORIGIN}/api/auth${path}`, { ...init, headers });
    const response = await this.#world.auth.handle(request, this.#address);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) this.#jar.delete(name);
      else this.#jar.set(name, value);
    }
    await this.#world.auth.settled();
    return response;
  }

  #cookie(): string {
    return [...this.#jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

/** To be called once at the top of a test file. A test in which something went wrong inside fails. */
export function authWorld(): World {
  const world = new World();
  beforeAll(async () => {
    world.database = await openTestDatabase();
  });
  beforeEach(() => world.reset());
  afterEach(() => expect(world.faults).toEqual([]));
  afterAll(() => world.database.close());
  return world;
}

/** A code that is not this one. */
export const wrong = (code: string) => (code === '000000' ? '000001' : '000000');

/** All a caller can tell: status, headers and body, without what is made up anew for everybody. */
export async function told(response: Response) {
  const headers = [...response.headers].map(([name, value]) =>
    name === 'set-cookie' ? [name, value.replace(/=[^;]+/, '=…')] : [name, value],
  );
  return { status: response.status, headers, body: await response.text() };
}
