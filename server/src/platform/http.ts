import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import sirv from 'sirv';

/** Answers a request, or says that it is not for it. */
export type Route = (request: IncomingMessage, response: ServerResponse, path: string) => boolean;

/** Pages may load nothing but our own files, and stand in nobody's frame. */
const PAGE_HEADERS: Record<string, string> = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; " +
    "connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
};

/** Addresses are read relative to it: what a caller says of our host counts for nothing. */
const HOST = 'belay';
const BASE = `http://${HOST}`;

/** An HTTP server over routes that are asked in turn; what none of them takes is a page of the web. */
export function createHttpServer(routes: Route[], webFolder: string): Server {
  const web = pages(webFolder);
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000 }, (request, response) => {
    const path = URL.parse(request.url ?? '/', BASE)?.pathname;
    if (path === undefined) return sendText(response, 400, 'This is no address.');
    request.headers.host = HOST;
    for (const route of routes) if (route(request, response, path)) return;
    if (!READING.has(request.method ?? '')) return sendText(response, 405, 'A page can only be read.');
    web(request, response);
  });
  server.maxHeadersCount = 100;
  return server;
}

/** Takes no more connections and waits until those there are have got their answers; cuts them after `patience` ms. */
export async function drain(server: Server, patience: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that was kept for further requests is let go when its last one is answered.
  const tidy = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(tidy);
  clearTimeout(cut);
}

/** The built web: files with a hash in their name are kept for good; any other path is the one page. */
function pages(folder: string): RequestListener {
  if (!existsSync(folder))
    return (_request, response) => sendText(response, 404, 'The web has not been built.');
  const serve = sirv(folder, {
    single: true,
    etag: true,
    brotli: true,
    setHeaders(response, path) {
      for (const [name, value] of Object.entries(PAGE_HEADERS)) response.setHeader(name, value);
      const kept = path.startsWith('/assets/');
      response.setHeader('cache-control', kept ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return (request, response) =>
    serve(request, response, () => sendText(response, 404, 'There is nothing here.'));
}

export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value));
}

/** A route for one path and everything below it, answered in the manner of fetch. */
export function fetchRoute(
  prefix: string,
  answer: (request: Request, callerAddress: string) => Promise<Response | null> | Response | null,
): Route {
  return (incoming, outgoing, path) => {
    if (path !== prefix && !path.startsWith(`${prefix}/`)) return false;
    void respond(incoming, outgoing).catch(
      () => outgoing.headersSent || sendText(outgoing, 500, 'Something went wrong on our side.'),
    );
    return true;
  };

  async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (!METHODS.has(incoming.method ?? '')) return sendText(outgoing, 405, 'GET and POST are understood.');
    const body = await readAll(incoming);
    if (!body) return sendText(outgoing, 413, 'The body may have 64 kB at most.');
    await send(outgoing, await answer(toRequest(incoming, body), incoming.socket.remoteAddress ?? ''));
  }
}

const READING = new Set(['GET', 'HEAD']);
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const MAX_BODY = 64 * 1024;

function toRequest(incoming: IncomingMessage, body: Uint8Array<ArrayBuffer>): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) {
    for (const one of value ?? []) headers.append(name, one);
  }
  return new Request(new URL(incoming.url ?? '/', BASE), {
    method: incoming.method,
    headers,
    body: incoming.method === 'POST' ? body : undefined,
  });
}

/** The whole body; null when it is too large, and then the rest is not waited for. */
async function readAll(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

async function send(outgoing: ServerResponse, response: Response | null): Promise<void> {
  if (!response) return sendText(outgoing, 404, 'There is nothing here.');
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  outgoing.writeHead(response.status);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}
