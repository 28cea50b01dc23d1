import { once } from 'node:events';
import WebSocket from 'ws';
import type { Belay } from './belay.ts';

export type SocketOptions = {
  cookie?: string;
  origin?: string;
  authorization?: string;
  authorizationHeader?: string;
};

/** A bare WebSocket that has said hello: `answer` is "connection_ack" or the code of its close. */
export async function openSocket({ url }: Pick<Belay, 'url'>, options: SocketOptions = {}) {
  const { cookie, origin, authorization, authorizationHeader } = options;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    origin,
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(authorizationHeader ? { authorization: authorizationHeader } : {}),
    },
  });
  const closed = once(socket, 'close').then(([code]) => Number(code));
  const refused = once(socket, 'unexpected-response').then(([, response]) => Number(response.statusCode));
  const opened = once(socket, 'open').then(() => 'open' as const);
  // The one that does not happen must not count as a failure.
  for (const never of [closed, refused, opened]) never.catch(() => undefined);
  const first = await Promise.race([opened, refused]);
  if (first !== 'open') return { answer: first, socket, closed };
  socket.send(JSON.stringify({ type: 'connection_init', payload: authorization ? { authorization } : {} }));
  const acknowledged = once(socket, 'message').then(([data]) => String(JSON.parse(String(data)).type));
  return { answer: await Promise.race([acknowledged, closed]), socket, closed };
}
