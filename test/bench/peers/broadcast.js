// S3's and S4's limit: bare `ws`; an event is serialised once and sent to everybody who subscribed.
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { announce, readBody } from './serve.js';

const followers = new Set();
const server = createServer(async (request, response) => {
  const { variables } = JSON.parse(await readBody(request));
  const frame = JSON.stringify({
    type: 'next',
    payload: { data: { mentorshipEvents: eventOf(variables.input) } },
  });
  for (const socket of followers) socket.send(frame);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"data":{}}');
});
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
  socket.on('message', (data) => {
    if (JSON.parse(data).type === 'connection_init') return socket.send('{"type":"connection_ack"}');
    followers.add(socket);
  });
  socket.on('close', () => followers.delete(socket));
});
await announce(server);

let seq = 0;
function eventOf({ goalId, value }) {
  seq += 1;
  const event = { __typename: 'ProgressEstimated', id: crypto.randomUUID(), seq, value };
  return { ...event, goal: { id: goalId } };
}
