import { once } from 'node:events';
import WebSocket from 'ws';

/** A socket that has said who it is, in the protocol of graphql-ws. */
export type Socket = {
  subscribe(query: string, variables: Record<string, unknown>): void;
  close(): void;
};

/** Opens one; `onFrame` gets the text of every frame that is an event. An error ends the run. */
export async function connect(
  url: string,
  token: string,
  onFrame: (frame: string) => void = () => undefined,
): Promise<Socket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    perMessageDeflate: false,
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  await once(socket, 'message');
  let subscriptions = 0;
  let closing = false;
  socket.on('message', (data) => {
    const frame = String(data);
    if (frame.includes('"errors":') || frame.includes('"type":"error"')) throw new Error(frame);
    onFrame(frame);
  });
  socket.on('close', (code) => {
    if (!closing) throw new Error(`a socket was closed with ${code}`);
  });
  return {
    subscribe(query, variables) {
      subscriptions += 1;
      const payload = { query, variables };
      socket.send(JSON.stringify({ type: 'subscribe', id: String(subscriptions), payload }));
    },
    close() {
      closing = true;
      socket.terminate();
    },
  };
}

/** Does it for each, some at a time, so that no server refuses a rush. */
export async function inTurn<T, R>(all: readonly T[], doOne: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let first = 0; first < all.length; first += 50) {
    results.push(...(await Promise.all(all.slice(first, first + 50).map(doOne))));
  }
  return results;
}
