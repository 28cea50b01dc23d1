import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer, fetchRoute } from './http.ts';

describe('the HTTP server', () => {
  let server: Server;
  let port: number;
  const heard: string[] = [];

  beforeAll(async () => {
    const route = fetchRoute('/door', async (request, caller) => {
      heard.push(
        `${request.method} ${new URL(request.url).pathname} from ${caller}: ${await request.text()}`,
      );
      return new Response('come in', {
        headers: [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ],
      });
    });
    const broken = fetchRoute('/broken', () => Promise.reject(new Error('a secret')));
    server = createHttpServer([route, broken], join(import.meta.dirname, 'no-such-folder'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  /** Sends exactly these bytes and returns all that comes back. */
  async function raw(text: string): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    // A server that answers before it has read everything may reset what is still being sent.
    socket.on('error', () => undefined);
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.write(text);
    await once(socket, 'close');
    return answer;
  }
  const request = (line: string, body = '') =>
    raw(
      `${line} HTTP/1.1\r\nHost: a b\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
    );

  it('hands a request on, and all cookies back', async () => {
    const answer = await request('POST /door/bell?x=1', 'hello');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer.match(/^set-cookie: .*$/gim)).toEqual(['set-cookie: a=1', 'set-cookie: b=2']);
    expect(heard).toEqual(['POST /door/bell from 127.0.0.1: hello']);
  });

  it.each([
    ['GET //', 400],
    ['GET http://[', 400],
    ['GET /%E0%A4%A', 404],
    ['GET /door-bell', 404],
    ['TRACE /door', 405],
    ['PUT /door', 405],
    ['POST /a-page', 405],
    ['DELETE /', 405],
  ])('answers %s with %i and goes on', async (line, status) => {
    heard.length = 0;
    expect(await request(line)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(heard).toEqual([]);
    expect(await request('GET /door')).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('refuses a body over 64 kB', async () => {
    heard.length = 0;
    expect(await request('POST /door', 'x'.repeat(65 * 1024))).toMatch(/^HTTP\/1\.1 413 /);
    expect(heard).toEqual([]);
  });

  it('tells nothing of what went wrong inside', async () => {
    const answer = await request('GET /broken');
    expect(answer).toMatch(/^HTTP\/1\.1 500 /);
    expect(answer).not.toContain('a secret');
  });
});
