// S2's limit: a write is one INSERT that notifies; every instance listens and sends to the sockets of that stream.
import { createServer } from 'node:http';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { announce, readBody } from './serve.js';

const connectionString = process.env.DATABASE_URL;
const pool = new pg.Pool({ connectionString, max: 10 });
const followers = new Map();

const listener = new pg.Client({ connectionString });
await listener.connect();
listener.on('notification', ({ payload }) => {
  const { stream } = JSON.parse(payload);
  for (const socket of followers.get(stream) ?? []) socket.send(payload);
});
await listener.query('LISTEN relay');

const server = createServer(async (request, response) => {
  const { variables } = JSON.parse(await readBody(request));
  const { stream, opId, value } = variables.input;
  await pool.query({
    name: 'write',
    text: `WITH written AS (INSERT INTO relay_event (stream, op_id, value) VALUES ($1, $2, $3) RETURNING *)
           SELECT pg_notify('relay', row_to_json(written)::text) FROM written`,
    values: [stream, opId, value],
  });
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"data":{}}');
});
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
  socket.on('message', (data) => {
    const { type, payload } = JSON.parse(data);
    if (type === 'connection_init') return socket.send('{"type":"connection_ack"}');
    const { id } = payload.variables;
    followers.set(id, (followers.get(id) ?? new Set()).add(socket));
  });
});
await announce(server);
