import { once } from 'node:events';
import type { WebSocket } from 'ws';

/** A client that says whatever it is told to. */
export class RawSocket {
  readonly socket: WebSocket;
  readonly frames: Record<string, unknown>[] = [];
  /** The code it was closed with. */
  readonly closed: Promise<number>;
  #read = 0;
  #arrived: () => void = () => undefined;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('error', () => undefined);
    socket.on('message', (data) => {
      this.frames.push(JSON.parse(String(data)));
      this.#arrived();
    });
    this.closed = new Promise((resolve) => socket.on('close', resolve));
  }

  async opened(): Promise<void> {
    await once(this.socket, 'open');
  }

  /** The HTTP status it was refused with. */
  async refused(): Promise<number> {
    const [, response] = await once(this.socket, 'unexpected-response');
    return response.statusCode;
  }

  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables?: Record<string, unknown>): void {
    this.say({ type: 'subscribe', id, payload: { query, variables } });
  }

  async next(): Promise<Record<string, unknown>> {
    while (this.#read >= this.frames.length) {
      const arrived = new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
      const code = await Promise.race([arrived, this.closed]);
      if (code) throw new Error(`closed with ${code}`);
    }
    return this.frames[this.#read++] ?? {};
  }

  async until(wanted: (frame: Record<string, unknown>) => boolean): Promise<void> {
    while (!wanted(await this.next()));
  }
}
