import type { PrismaClient } from '@belay/prisma/client';
import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { trustedOrigins } from '../platform/origins.ts';
import { callerOf, readBody, refuse, tooMany } from './answers.ts';
import { initialsOf } from './initials.ts';
import { type Caller, openSession } from './openSession.ts';
import { callerKey, knock } from './rateLimit.ts';

export interface DemoParts {
  prisma: PrismaClient;
  config: Config;
  clock: Clock;
  /** The addresses of the sample people whom anybody may be, in the order of the page. */
  emails: readonly string[];
  /** Makes sure that the story is as it should be for whoever comes in. */
  refresh(): Promise<void>;
}

export interface Demo {
  /** Answers `/api/demo/*`. `connection` is the address at the other end of it. */
  handle(request: Request, connection: string): Promise<Response>;
}

const signInInput = z.object({ personId: z.uuid() });

/**
 * One click signs in as one of a few sample people: `GET /api/demo/people` lists them, `POST /api/demo/sign-in` takes
 * a `personId`. Unless the settings say that this is a demonstration there is nobody to be, and nobody else can be had.
 */
export function createDemo({ prisma, config, clock, emails, refresh }: DemoParts): Demo {
  const origins = trustedOrigins(config);

  async function handle(request: Request, connection: string): Promise<Response> {
    const door = `${request.method} ${new URL(request.url).pathname}`;
    // Every page of coming in asks; where this is no demonstration the answer is nobody.
    if (door === 'GET /api/demo/people') return config.demo ? listPeople() : Response.json({ people: [] });
    if (config.demo && door === 'POST /api/demo/sign-in')
      return signIn(request, callerOf(request, config, connection));
    return refuse(404, 'NOT_FOUND', 'There is no such thing here.');
  }

  async function listPeople(): Promise<Response> {
    const found = await prisma.person.findMany({
      where: { email: { in: [...emails] } },
      select: { id: true, name: true, email: true, profile: { select: { headline: true } } },
    });
    const people = found
      .sort((a, b) => emails.indexOf(a.email) - emails.indexOf(b.email))
      .map(({ id, name, profile }) => ({
        id,
        name,
        initials: initialsOf(name),
        headline: profile?.headline ?? '',
      }));
    return Response.json({ people }, { headers: { 'cache-control': 'no-store' } });
  }

  async function signIn(request: Request, caller: Caller): Promise<Response> {
    if (!origins.includes(request.headers.get('origin') ?? '')) {
      return refuse(403, 'FORBIDDEN', 'This page may not sign people in.');
    }
    const now = clock.now();
    const wait = await knock(prisma, `demo from ${callerKey(caller.address)}`, { max: 60, seconds: 60 }, now);
    if (wait > 0) return tooMany(wait);
    const input = signInInput.safeParse(await readBody(request));
    if (!input.success) return refuse(400, 'BAD_USER_INPUT', 'personId: must be the id of a sample person');
    const where = { id: input.data.personId, email: { in: [...emails] } };
    const person = await prisma.person.findFirst({ where, select: { id: true } });
    if (person === null) return refuse(404, 'NOT_FOUND', 'There is no such sample person.');

    await refresh();
    const cookie = await openSession(prisma, config, { personId: person.id, caller, now });
    return Response.json({ status: true }, { headers: { 'set-cookie': cookie } });
  }

  return { handle };
}
