import type { Answer } from './actor.ts';
import type { Belay } from './belay.ts';

/** A page in somebody's browser: it keeps cookies and says where it is from. */
export class Page {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();
  readonly origin: string;

  constructor({ url }: Pick<Belay, 'url'>, origin = url) {
    this.#url = url;
    this.origin = origin;
  }

  /** What its next request would carry. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(`${this.#url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.origin, cookie: this.cookie, ...headers },
      body: JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }

  /** Asks over HTTP with its cookie and returns the whole answer, errors and all. */
  async ask<Data = Record<string, unknown>>(query: string, variables: Record<string, unknown> = {}) {
    const accept = 'application/graphql-response+json';
    return (await this.post('/graphql', { query, variables }, { accept })).json() as Promise<Answer<Data>>;
  }
}

/** The newest code that was mailed to an address. */
export async function mailedCode(belay: Belay, email: string): Promise<string> {
  const mail = (await belay.mails()).find(({ to }) => to === email);
  return mail?.text.match(/\b\d{6}\b/)?.[0] ?? 'no code';
}

/** A page of somebody with an account, signed in by a mailed code. */
export async function signIn(belay: Belay, email: string): Promise<Page> {
  const page = new Page(belay);
  await page.post('/api/auth/email-otp/send-verification-otp', { email, type: 'sign-in' });
  const response = await page.post('/api/auth/sign-in/email-otp', {
    email,
    otp: await mailedCode(belay, email),
  });
  if (!response.ok) throw new Error(`${email} could not sign in: ${await response.text()}`);
  return page;
}
