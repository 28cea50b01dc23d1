import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { demoEmails } from '@belay/prisma/seed/demoPeople';
import { createAuth } from './accounts/auth.ts';
import { createDemo } from './accounts/demo.ts';
import { findViewer, type Viewer, viewersStillValid } from './accounts/viewer.ts';
import { type Context, createContext, type Services } from './context.ts';
import { createOtherSides } from './demo/otherSides.ts';
import { tellStory } from './demo/story.ts';
import { jobHandlers, periodically } from './jobs.ts';
import { callerAddress } from './platform/callerAddress.ts';
import { type Clock, seconds, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Database, openDatabase } from './platform/database.ts';
import { createDoorbell } from './platform/doorbell.ts';
import { refusedCredential, unauthenticated } from './platform/errors.ts';
import { createGraphQL } from './platform/graphql.ts';
import { createHttpServer, drain } from './platform/http.ts';
import { createJobs } from './platform/jobs.ts';
import { createLog, type Log } from './platform/log.ts';
import { createMailer } from './platform/mail.ts';
import { createMask } from './platform/mask.ts';
import { trustedOrigins } from './platform/origins.ts';
import { createPresence } from './platform/presence.ts';
import { createStreams } from './platform/stream.ts';
import { createSubscriptions } from './platform/subscribe.ts';
import { createSockets, type SocketLimits } from './platform/ws.ts';
import type { Hello } from './platform/wsConnection.ts';
import { routes } from './routes.ts';
import { schema } from './schema.ts';

const WEB = resolve(import.meta.dirname, '../../web/dist');
/** Milliseconds that running requests have to end when the server does. */
const DRAIN = seconds(5);

export type App = {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  url: string;
  services: Services;
  database: Database;
  log: Log;
  /** Does everything that is due by the clock now; for tests that moved it. */
  runDueJobs(): Promise<void>;
  /** Lets running requests end, tells sockets to come back, hands jobs on: within 10 seconds. */
  close(): Promise<void>;
};

export type AppOptions = {
  clock?: Clock;
  /** Where the built pages are. */
  webFolder?: string;
  /** Benches open more sockets than anybody needs. */
  socketLimits?: Partial<SocketLimits>;
};

/** Opens everything Belay needs and listens. Tests start this too. */
export async function createApp(
  config: Config,
  { clock = systemClock, webFolder = WEB, socketLimits }: AppOptions = {},
): Promise<App> {
  const log = createLog(config.logLevel);
  const database = await openDatabase(config.database);
  const { prisma, pool } = database;
  const doorbell = await createDoorbell(config, database, log);
  const streams = createStreams({ prisma, doorbell, log });
  const presence = createPresence({ doorbell, clock });
  const mailer = createMailer(config);
  // One message each: a message has a limit, and the doorbell gathers them anyway.
  const endCredentials = (credentialIds: string[]) => {
    for (const credentialId of credentialIds) doorbell.broadcast({ topic: 'credentialEnded', credentialId });
  };
  const services: Services = {
    prisma,
    clock,
    config,
    streams,
    presence,
    endCredentials,
    ring: (streamIds) => doorbell.ring(streamIds),
    wakeJobs: () => jobs.wake(),
    holdOtherSide: (meetingId, personId) => otherSides.hold(meetingId, personId),
  };
  const auth = createAuth({ ...services, mailer, onFault: (err) => log.error({ err }, 'sign-in') });
  const demo = createDemo({
    prisma,
    config,
    clock,
    emails: demoEmails,
    refresh: () => tellStory(services),
  });
  const jobs = createJobs({ prisma, clock, log, handlers: jobHandlers(services, mailer) });
  for (const { name, interval, run } of periodically(services)) jobs.every(name, interval, run);

  async function viewerOf(headers: Headers): Promise<Viewer | null> {
    const viewer = await findViewer({ pool, config, clock }, headers);
    if (viewer === 'refused') throw refusedCredential();
    return viewer;
  }

  /** Nothing that was allowed before is taken for granted: not even that the credential still stands. */
  async function freshContext(context: Context): Promise<Context> {
    const { viewer } = context;
    const valid = viewer && (await viewersStillValid(prisma, [viewer], clock.now()));
    if (!valid?.has(viewer?.credential.id ?? '')) throw unauthenticated();
    return { ...context, memory: new Map() };
  }

  const subscriptions = createSubscriptions<Context>({
    freshContext,
    credentialOf: ({ viewer }) => viewer?.credential ?? null,
    forget: ({ memory }) => memory.clear(),
    mask: createMask(log),
    clock,
    perCredential: socketLimits?.perPerson,
  });
  const { yoga, prepare } = createGraphQL<Context>({
    schema,
    config,
    log,
    contextOf: async ({ headers, signal }) => createContext(services, await viewerOf(headers), signal),
    isSignedIn: ({ viewer }) => viewer !== null,
    subscribe: subscriptions.subscribe,
  });

  const sockets = createSockets<Caller>({
    path: '/graphql',
    clock,
    log,
    limits: socketLimits,
    addressOf: ({ headers, socket }) =>
      callerAddress(
        String(headers['x-forwarded-for'] ?? ''),
        socket.remoteAddress ?? '',
        config.trustedProxies,
      ),
    originAllowed: (origin) => trustedOrigins(config).includes(origin),
    authenticate: async (hello) => callerOf(await findViewer({ pool, config, clock }, headersOf(hello))),
    prepare: async ({ viewer }, request, signal) =>
      prepare(await freshContext(createContext(services, viewer, signal)), request),
  });
  const unlisten = doorbell.onMessage(({ topic, credentialId }) => {
    if (topic !== 'credentialEnded') return;
    sockets.endCredentials([String(credentialId)]);
    subscriptions.endCredentials([String(credentialId)]);
  });

  const server = createHttpServer(routes({ auth, demo, graphql: yoga, mailer, pool }), webFolder);
  sockets.attach(server);
  server.listen(config.port, config.host);
  await once(server, 'listening');
  jobs.start();
  const { port } = server.address() as AddressInfo;
  const url = `http://${config.host}:${port}`;
  const otherSides = createOtherSides({ services, log, url });

  async function close() {
    const drained = drain(server, DRAIN);
    unlisten();
    await otherSides.close();
    await sockets.close();
    subscriptions.close();
    await drained;
    await jobs.stop();
    await streams.close();
    presence.close();
    await doorbell.close();
    await auth.settled();
    mailer.close();
    await database.close();
  }

  return {
    url,
    services,
    database,
    log,
    runDueJobs: async () => void (await jobs.runDue()),
    close,
  };
}

type Caller = { personId: string; credentialId: string; expiresAt: Date; viewer: Viewer };

function callerOf(viewer: Viewer | 'refused' | null): Caller | null {
  if (!viewer || viewer === 'refused') return null;
  const { id, expiresAt } = viewer.credential;
  return { personId: viewer.personId, credentialId: id, expiresAt, viewer };
}

/** What a socket is recognised by: the token it named, else the cookies of a page of ours. */
function headersOf({ request, authorization, cookies }: Hello): Headers {
  const bearer = authorization ?? request.headers.authorization;
  if (bearer) return new Headers({ authorization: bearer });
  return new Headers(cookies && request.headers.cookie ? { cookie: request.headers.cookie } : {});
}
