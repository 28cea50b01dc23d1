import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/**
 * An ordinary `pg` pool whose one connection leads into PGlite instead of to a server.
 *
 * PGlite is one session, and a pool of one is exactly that: whoever holds the client, a transaction say, has the
 * database alone, and everybody else queues for at most `acquireTimeoutMs`. Because `pg` reads the answers, types,
 * errors and transactions are the same code on both databases. Ending the pool leaves PGlite open.
 */
export function embeddedPool(pglite: PGlite, { acquireTimeoutMs = 30_000 } = {}): pg.Pool {
  let tail: Promise<unknown> = Promise.resolve();

  function exchange(message: Uint8Array): Promise<Uint8Array> {
    const answer = tail.then(turn).then(() => pglite.execProtocolRaw(message));
    tail = answer.catch(() => undefined);
    return answer;
  }

  const pool = new pg.Pool({
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: acquireTimeoutMs,
    host: 'embedded',
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    stream: () => new EmbeddedSocket(exchange) as never,
  });
  pool.on('error', () => undefined);
  return pool;
}

/** PGlite answers without ever leaving the current turn of the event loop; timers and sockets need theirs. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const TERMINATE = 'X'.charCodeAt(0);

/** Whoever comes first ends what the one before left behind: its transaction and its session's state. */
const ARRIVE = simpleQueries('ROLLBACK', 'DISCARD ALL', "SET TimeZone = 'UTC'");

/** The wire between `pg` and PGlite. `pg` corks what belongs together, so each write is a whole request. */
class EmbeddedSocket extends Duplex {
  readonly #exchange: (message: Uint8Array) => Promise<Uint8Array>;

  constructor(exchange: (message: Uint8Array) => Promise<Uint8Array>) {
    super();
    this.#exchange = exchange;
  }

  connect() {
    this.#exchange(ARRIVE).then(
      () => this.emit('connect'),
      (error) => this.destroy(error),
    );
  }
  setNoDelay() {}
  setKeepAlive() {}
  ref() {}
  unref() {}

  override _read() {}

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void) {
    const request =
      chunks.length === 1 && chunks[0] ? chunks[0].chunk : Buffer.concat(chunks.map((c) => c.chunk));
    if (request[0] === TERMINATE) return done();
    this.#exchange(request).then((answer) => {
      this.push(Buffer.from(answer));
      done();
    }, done);
  }

  override _final(done: () => void) {
    this.push(null);
    done();
  }
}

function simpleQueries(...statements: string[]): Uint8Array {
  return Buffer.concat(
    statements.map((sql) => {
      const message = Buffer.alloc(sql.length + 6);
      message.write('Q', 0);
      message.writeInt32BE(sql.length + 5, 1);
      message.write(sql, 5);
      return message;
    }),
  );
}
