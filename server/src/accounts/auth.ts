import { setTimeout } from 'node:timers/promises';
import type { Config } from '../platform/config.ts';
import type { Mail, Mailer } from '../platform/mail.ts';
import { trustedOrigins } from '../platform/origins.ts';
import { transaction, type WriteDeps } from '../platform/transaction.ts';
import {
  type Body,
  callerOf,
  forward,
  levelCodes,
  readBody,
  refuse,
  refuseInput,
  tooMany,
  wrongCode,
} from './answers.ts';
import { cookieName, readSignedCookie, signedCookie } from './cookies.ts';
import { type Door, doors } from './doors.ts';
import { finishSignUp, verifyInput } from './finishSignUp.ts';
import type { Caller } from './openSession.ts';
import { callerKey, emailKey, knock } from './rateLimit.ts';
import { CODE_SECONDS, signUpInput, startSignUp } from './startSignUp.ts';

export interface AuthParts extends WriteDeps {
  config: Config;
  mailer: Mailer;
  /** Ends whatever was opened with these sessions. */
  endCredentials: (credentialIds: string[]) => void;
  /** Hears of what went wrong inside: nothing in it came from the caller's own mistake. */
  onFault: (error: unknown) => void;
  /** Where an address could show by how long the answer takes, no answer comes before this: 200 ms by default. */
  level?: () => Promise<void>;
}

export interface Auth {
  /** Answers `/api/auth/*`. `connection` is the address at the other end of it: the caller's or a proxy's. */
  handle(request: Request, connection: string): Promise<Response>;
  /** Resolves when the mails under way have left or failed. */
  settled(): Promise<void>;
}

const PREFIX = '/api/auth';

/** Signing up, in and out. Every door has its limits, and none tells whether an address has an account. */
export function createAuth(parts: AuthParts): Auth {
  const { prisma, config, clock, mailer, onFault, level = () => setTimeout(200) } = parts;
  const origins = trustedOrigins(config);
  const underWay = new Set<Promise<void>>();
  let loading: Promise<(request: Request) => Promise<Response>> | undefined;

  /** better-auth takes half a second to load, which a server that starts has better things to do with. */
  async function loadBetterAuth() {
    const { createBetterAuth } = await import('./betterAuth.ts');
    return createBetterAuth({ ...parts, trustedOrigins: origins, mailLater, sessionsChanged }).handler;
  }

  async function handle(request: Request, connection: string): Promise<Response> {
    try {
      return await admit(request, callerOf(request, config, connection));
    } catch (error) {
      onFault(error);
      return refuse(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
    }
  }

  async function admit(request: Request, caller: Caller): Promise<Response> {
    const path = new URL(request.url).pathname.slice(PREFIX.length);
    const door = Object.hasOwn(doors, path) ? doors[path] : undefined;
    if (door === undefined || door.method !== request.method)
      return refuse(404, 'NOT_FOUND', 'There is no such thing here.');
    if (!comesFromOurPages(request)) return refuse(403, 'FORBIDDEN', 'This page may not sign people in.');

    const body = await readBody(request);
    if (body === null)
      return refuse(400, 'BAD_USER_INPUT', 'The body must be a JSON object of at most 16 kB.');
    const wait = await secondsToWait(path, door, body, caller.address);
    if (wait > 0) return tooMany(wait);
    if (door.levelled !== true) return answer(path, request, body, caller);
    const [response] = await Promise.all([answer(path, request, body, caller), level()]);
    return response;
  }

  async function answer(path: string, request: Request, body: Body, caller: Caller): Promise<Response> {
    if (path === '/sign-up/email') return signUp(body);
    if (path === '/email-otp/verify-email') return verify(body, request.headers, caller);
    loading ??= loadBetterAuth();
    const betterAuth = await loading;
    return levelCodes(await betterAuth(forward(request, body, caller.address)));
  }

  async function signUp(body: Body): Promise<Response> {
    const input = signUpInput.safeParse(body);
    if (!input.success) return refuseInput(input.error);
    const { secret, mail } = await startSignUp({ prisma, config }, input.data, clock.now());
    mailLater(async () => mail);
    const cookie = signedCookie('sign_up', secret, { ...config, seconds: CODE_SECONDS });
    return Response.json({ status: true }, { headers: { 'set-cookie': cookie } });
  }

  async function verify(body: Body, headers: Headers, caller: Caller): Promise<Response> {
    const input = verifyInput.safeParse(body);
    if (!input.success) return refuseInput(input.error);
    const secret = readSignedCookie(headers, cookieName('sign_up', config.publicUrl), config.authSecret);
    const cookie =
      secret && (await finishSignUp({ prisma, config }, { ...input.data, secret }, caller, clock.now()));
    if (!cookie) return wrongCode();
    const response = Response.json({ status: true }, { headers: { 'set-cookie': cookie } });
    response.headers.append('set-cookie', signedCookie('sign_up', '', { ...config, seconds: 0 }));
    return response;
  }

  async function secondsToWait(path: string, door: Door, body: Body, address: string): Promise<number> {
    const now = clock.now();
    const wait = await knock(prisma, `${path} from ${callerKey(address)}`, door.perCaller, now);
    if (wait > 0 || door.perEmail === undefined || typeof body.email !== 'string') return wait;
    return knock(prisma, `${path} for ${emailKey(body.email)}`, door.perEmail, now);
  }

  /** A page elsewhere must not sign its visitor in as somebody. Programs send no `Origin`, and have no cookies. */
  function comesFromOurPages({ method, headers }: Request): boolean {
    if (method === 'GET') return true;
    const origin = headers.get('origin');
    if (origin === null) return headers.get('cookie') === null && headers.get('sec-fetch-site') === null;
    return origins.includes(origin);
  }

  /** Lets a person's other pages know at once where they are signed in. */
  async function sessionsChanged(personId: string): Promise<void> {
    const operation = { actorId: personId, name: 'sessionsChanged', input: {} };
    await transaction(parts, operation, async ({ record }) => {
      await record({ streamId: personId, type: 'CredentialsChanged', payload: {} });
      return {};
    }).catch(onFault);
  }

  function mailLater(compose: () => Promise<Mail | null>): void {
    const sending = compose()
      .then((mail) => (mail === null ? undefined : mailer.deliver(mail)))
      .catch(onFault)
      .finally(() => underWay.delete(sending));
    underWay.add(sending);
  }

  return { handle, settled: async () => void (await Promise.all(underWay)) };
}
