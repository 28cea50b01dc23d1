import { Agent, request } from 'node:http';

export type Question = { token: string; body: string };
export type HttpAnswer = { status: number; body: string };

/** Asks over a connection that is kept. */
export function ask(url: string, { token, body }: Question, agent: Agent): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const asking = request(
      `${url}/graphql`,
      {
        method: 'POST',
        agent,
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          'content-length': Buffer.byteLength(body),
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
        response.on('error', reject);
      },
    );
    asking.on('error', reject);
    asking.end(body);
  });
}

/** @throws when the answer is not 2xx, or tells of an error */
export async function askRight(url: string, question: Question, agent: Agent): Promise<string> {
  const { status, body } = await ask(url, question, agent);
  if (status < 200 || status > 299 || body.includes('"errors":')) {
    throw new Error(`${url} answered ${status}: ${body.slice(0, 500)}`);
  }
  return body;
}

export type Load = { connections: number; milliseconds: number; next(): Question };

/** Keeps that many connections busy; resolves to how long each answer took, in milliseconds, sorted. */
export async function load(url: string, { connections, milliseconds, next }: Load): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const took: number[] = [];
  const end = performance.now() + milliseconds;
  async function one(): Promise<void> {
    for (let began = performance.now(); began < end; began = performance.now()) {
      await askRight(url, next(), agent);
      took.push(performance.now() - began);
    }
  }
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  return took.toSorted((a, b) => a - b);
}
