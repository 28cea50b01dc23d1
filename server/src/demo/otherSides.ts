import { createToken } from '../accounts/createToken.ts';
import { revokeToken } from '../accounts/revokeToken.ts';
import { createContext, type Services } from '../context.ts';
import { later, minutes } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Pause } from './hands.ts';
import { holdOtherSide } from './otherSide.ts';

/** How long one side is held at most, in milliseconds. */
const AT_MOST = minutes(10);

export type OtherSides = {
  /** Holds somebody's side of a meeting from now on; nothing happens when one of its sides is held already. */
  hold(meetingId: string, personId: string): void;
  /** Lets go of all of them, their tokens revoked. */
  close(): Promise<void>;
};

export type OtherSidesParts = {
  services: Services;
  log: Log;
  /** Where the server listens. */
  url: string;
  /** For tests, which do not wait like people. */
  pause?: Pause;
};

/** The small programs of a demonstration that hold the other half of a meeting. */
export function createOtherSides({ services, log, url, pause }: OtherSidesParts): OtherSides {
  const held = new Map<string, { stop: AbortController; done: Promise<void> }>();

  async function run(meetingId: string, personId: string, signal: AbortSignal): Promise<void> {
    const context = contextOf(services, personId, signal);
    const { tokenId, secret: token } = await createToken(context, {
      name: 'The other side, played',
      days: 1,
    });
    try {
      await holdOtherSide({ url: reachable(url), token, meetingId, signal, pause });
    } catch (error) {
      log.warn({ err: error, meetingId }, 'the other side gave up');
    } finally {
      await revokeToken(context, { tokenId });
    }
  }

  return {
    hold(meetingId, personId) {
      if (held.has(meetingId)) return;
      const stop = new AbortController();
      const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(AT_MOST)]);
      const done = run(meetingId, personId, signal)
        .catch((error: unknown) => log.error({ err: error, meetingId }, 'the other side could not be held'))
        .finally(() => held.delete(meetingId));
      held.set(meetingId, { stop, done });
    },
    async close() {
      const all = [...held.values()];
      for (const { stop } of all) stop.abort();
      await Promise.all(all.map(({ done }) => done));
    },
  };
}

/** A server that listens everywhere is reached at home. */
const reachable = (url: string) => url.replace('//0.0.0.0:', '//127.0.0.1:');

/** The sample person, as if they had signed in to make a token for a program of theirs. */
function contextOf(services: Services, personId: string, signal: AbortSignal) {
  const expiresAt = later(services.clock.now(), AT_MOST);
  return createContext(
    services,
    { personId, credential: { kind: 'session', id: `demo:${personId}`, expiresAt } },
    signal,
  );
}
