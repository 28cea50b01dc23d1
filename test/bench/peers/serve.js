import { once } from 'node:events';

/** Listens on a free port and says where, as every server of the bench does. */
export async function announce(server) {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  console.log(`ready at http://127.0.0.1:${server.address().port}`);
}

export async function readBody(request) {
  let body = '';
  request.setEncoding('utf8');
  for await (const chunk of request) body += chunk;
  return body;
}
