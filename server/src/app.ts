import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createAuth } from './accounts/auth.ts';
import { findViewer } from './accounts/viewer.ts';
import { type Context, createContext, type Services } from './context.ts';
import { jobHandlers } from './jobs.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { type Database, openDatabase } from './platform/database.ts';
import { createDoorbell } from './platform/doorbell.ts';
import { unauthenticated } from './platform/errors.ts';
import { createGraphQL } from './platform/graphql.ts';
import { createHttpServer, fetchRoute, type Route, sendJson, sendText } from './platform/http.ts';
import { createJobs } from './platform/jobs.ts';
import { createLog, type Log } from './platform/log.ts';
import { createMailer } from './platform/mail.ts';
import { answerMailbox } from './platform/mailbox.ts';
import { trustedOrigins } from './platform/origins.ts';
import { createPresence } from './platform/presence.ts';
import { createStreams } from './platform/stream.ts';
import { createSockets } from './platform/ws.ts';
import { schema } from './schema.ts';

const WEB = resolve(import.meta.dirname, '../../web/dist');

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

export type AppOptions = { clock?: Clock };

/** Opens everything Belay needs and listens. Tests start this too. */
export async function createApp(config: Config, { clock = systemClock }: AppOptions = {}): Promise<App> {
  const log = createLog(config.logLevel);
  const database = await openDatabase(config.database);
  const { prisma, pool } = database;
  const doorbell = await createDoorbell(config, database, log);
  const streams = createStreams({ prisma, doorbell, clock, log });
  const presence = createPresence({ doorbell, clock });
  const mailer = createMailer(config);
  const endCredentials = (credentialIds: string[]) =>
    doorbell.broadcast({ topic: 'credentialsEnded', credentialIds });
  const auth = createAuth({
    prisma,
    config,
    clock,
    mailer,
    endCredentials,
    trustedOrigins: trustedOrigins(config),
    onFault: (err) => log.error({ err }, 'sign-in'),
  });
  const services: Services = {
    prisma,
    clock,
    config,
    streams,
    presence,
    endCredentials,
    ring: (streamIds) => doorbell.ring(streamIds),
    wakeJobs: () => jobs.wake(),
  };
  const jobs = createJobs({ prisma, clock, log, handlers: jobHandlers(services, mailer) });

  async function contextOf(headers: Headers, signal: AbortSignal): Promise<Context> {
    const viewer = await findViewer({ pool, config, clock }, headers);
    if (viewer === 'refused') throw unauthenticated();
    return createContext(services, viewer, signal);
  }

  const graphql = createGraphQL({ schema, config, log, contextOf });
  const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
  const routes: Route[] = [
    (request, response, path) => {
      if (path !== '/graphql') return false;
      void graphql(request, response);
      return true;
    },
    fetchRoute('/api/auth', (request, address) => auth.handle(request, address)),
    fetchRoute('/mailbox', (request) => answerMailbox(mailer, new URL(request.url).pathname)),
    fetchRoute('/mailbox.json', (request) => answerMailbox(mailer, new URL(request.url).pathname)),
    (_request, response, path) => {
      if (path !== '/schema.graphql') return false;
      sendText(response, 200, printed);
      return true;
    },
    (_request, response, path) => {
      if (path !== '/health/live' && path !== '/health/ready') return false;
      void pool.query('SELECT 1').then(
        () => sendJson(response, 200, { status: 'ok' }),
        () => sendJson(response, path === '/health/live' ? 200 : 503, { status: 'database away' }),
      );
      return true;
    },
  ];
  const server = createHttpServer(routes, WEB);
  const sockets = createSockets({ server, schema, config, log, clock, doorbell, contextOf });

  server.listen(config.port, config.host);
  await once(server, 'listening');
  jobs.start();
  const { port } = server.address() as AddressInfo;

  async function close() {
    server.close();
    await sockets.close();
    server.closeIdleConnections();
    await jobs.stop();
    await streams.close();
    await presence.close();
    await doorbell.close();
    await auth.settled();
    mailer.close();
    server.closeAllConnections();
    await database.close();
  }

  return {
    url: `http://${config.host}:${port}`,
    services,
    database,
    log,
    runDueJobs: async () => void (await jobs.runDue()),
    close,
  };
}
