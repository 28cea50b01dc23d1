import type { PrismaClient } from '@belay/prisma/client';
import type { Viewer } from './accounts/viewer.ts';
import type { Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { unauthenticated } from './platform/errors.ts';
import type { Presence } from './platform/presence.ts';
import type { Streams } from './platform/stream.ts';
import type { WriteDeps } from './platform/transaction.ts';

/** What lives as long as the server does. */
export type Services = WriteDeps & {
  prisma: PrismaClient;
  clock: Clock;
  config: Config;
  streams: Streams;
  presence: Presence;
  /** Ends every connection opened with these credentials, on every instance. */
  endCredentials(credentialIds: string[]): void;
  /** In a demonstration: a small program holds this person's side of a meeting, from now on. */
  holdOtherSide(meetingId: string, personId: string): void;
};

/**
 * Who is asking, for one operation; for a subscription, made afresh for each event, so that nothing that was allowed
 * before is taken for granted.
 */
export type Context = Services & {
  viewer: Viewer | null;
  /** Aborted when whoever asked is gone. */
  signal: AbortSignal;
  /** Answers kept for this operation only: see `once`. */
  memory: Map<string, unknown>;
};

export function createContext(services: Services, viewer: Viewer | null, signal: AbortSignal): Context {
  return { ...services, viewer, signal, memory: new Map() };
}

/** @throws UNAUTHENTICATED when nobody is signed in. */
export function requireViewer(context: Context): Viewer {
  if (!context.viewer) throw unauthenticated();
  return context.viewer;
}

/** Asks a question at most once in an operation, however many resolvers wonder. */
export function once<T>(context: Context, key: string, ask: () => Promise<T>): Promise<T> {
  const known = context.memory.get(key) as Promise<T> | undefined;
  if (known) return known;
  const answer = ask();
  context.memory.set(key, answer);
  return answer;
}
