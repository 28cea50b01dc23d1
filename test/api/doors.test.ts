import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Belay, startBelay } from '../harness/belay.ts';

let belay: Belay;
let production: Belay;
beforeAll(async () => {
  [belay, production] = await Promise.all([startBelay(), startBelay({ production: true })]);
});
afterAll(() => Promise.all([belay?.close(), production?.close()]));

const page = (at: Belay, headers: Record<string, string> = {}) =>
  fetch(`${at.url}/graphql`, { headers: { accept: 'text/html', ...headers } });

describe('the explorer', () => {
  test('opens in a browser, with nothing from elsewhere', async () => {
    const html = await (await page(belay)).text();
    expect(html).toContain('Belay API');
    expect(html).not.toMatch(/<(script|link)[^>]+(src|href)="?https?:/);
  });

  test('is closed to strangers in production, and open to a token', async () => {
    expect(await (await page(production)).text()).not.toContain('Belay API');
    const { token } = await production.person();
    const opened = await page(production, { authorization: `Bearer ${token}` });
    expect(await opened.text()).toContain('Belay API');
  });
});

test('the schema can be fetched as text', async () => {
  const response = await fetch(`${belay.url}/schema.graphql`);
  const schema = buildSchema(await response.text());
  expect(schema.getQueryType()?.getFields()).toHaveProperty('viewer');
});

test('the server says that it lives and that it is ready', async () => {
  for (const path of ['/health/live', '/health/ready']) {
    expect((await fetch(`${belay.url}${path}`)).status).toBe(200);
  }
});

test('a request with a wrong token is refused, never answered as a stranger', async () => {
  const response = await fetch(`${belay.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer belay_pat_nonsense' },
    body: JSON.stringify({ query: '{ viewer { email } }' }),
  });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

test.each([
  ['a body that is no JSON', '{"query":'],
  ['a batch', '[{"query":"{ __typename }"}]'],
  ['no query', '{}'],
])('%s is answered with 400', async (_what, body) => {
  const response = await fetch(`${belay.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toHaveProperty('errors');
});

test('a body that is too large is refused', async () => {
  const response = await fetch(`${belay.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ __typename }', variables: { x: 'x'.repeat(300_000) } }),
  });
  expect(response.status).toBe(413);
});

test('another origin gets no leave to read answers with cookies', async () => {
  const response = await fetch(`${belay.url}/graphql`, {
    method: 'OPTIONS',
    headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
  });
  expect(response.headers.get('access-control-allow-origin')).not.toBe('https://elsewhere.example');
});

test('what a caller says of our host counts for nothing', async () => {
  const asked = request(`${belay.url}/graphql?query={__typename}`, { headers: { host: '[::' } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  answer.resume();
});
