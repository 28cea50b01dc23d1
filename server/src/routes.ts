import type { IncomingMessage, ServerResponse } from 'node:http';
import type pg from 'pg';
import type { Auth } from './accounts/auth.ts';
import type { Demo } from './accounts/demo.ts';
import { fetchRoute, type Route, sendJson, sendText } from './platform/http.ts';
import type { Mailer } from './platform/mail.ts';
import { answerMailbox } from './platform/mailbox.ts';
import { printedSchema } from './printedSchema.ts';

export type RouteParts = {
  auth: Auth;
  demo: Demo;
  graphql(request: IncomingMessage, response: ServerResponse): unknown;
  mailer: Mailer;
  pool: pg.Pool;
};

/** Every address of the server that is not a page of the web. */
export function routes({ auth, demo, graphql, mailer, pool }: RouteParts): Route[] {
  const mailbox = ({ url }: Request) => answerMailbox(mailer, new URL(url).pathname);
  return [
    at('/graphql', (request, response) => void graphql(request, response)),
    fetchRoute('/api/auth', (request, connection) => auth.handle(request, connection)),
    fetchRoute('/api/demo', (request, connection) => demo.handle(request, connection)),
    fetchRoute('/mailbox', mailbox),
    fetchRoute('/mailbox.json', mailbox),
    at('/schema.graphql', (_request, response) => sendText(response, 200, printedSchema())),
    at('/health/live', (_request, response) => sendJson(response, 200, { status: 'ok' })),
    at('/health/ready', (_request, response) => void ready(pool, response)),
  ];
}

function at(path: string, answer: (request: IncomingMessage, response: ServerResponse) => void): Route {
  return (request, response, asked) => {
    if (asked !== path) return false;
    answer(request, response);
    return true;
  };
}

/** Ready means that the database answers. */
async function ready(pool: pg.Pool, response: ServerResponse): Promise<void> {
  const answers = await pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
  sendJson(response, answers ? 200 : 503, { status: answers ? 'ok' : 'the database is away' });
}
