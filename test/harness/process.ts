import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { TestDatabase } from '@belay/server/testDatabase';
import { freePort } from './port.ts';

const MAIN = resolve(import.meta.dirname, '../../server/src/main.ts');

export type ProcessSettings = {
  database: TestDatabase['config'];
  /** More settings, as `pnpm start` reads them. */
  env?: NodeJS.ProcessEnv;
};

/**
 * The server as a process of its own, at one address through all its starts. `up` settles when it listens; after
 * `kill` it is pending until the next `start` has.
 */
export class ServerProcess {
  readonly url: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #said = '';
  #up = Promise.withResolvers<void>();

  private constructor(port: number, { database, env }: ProcessSettings) {
    this.url = `http://127.0.0.1:${port}`;
    this.#env = {
      PATH: process.env.PATH,
      PORT: String(port),
      PUBLIC_URL: this.url,
      DEMO: '0',
      NODE_ENV: 'test',
      LOG_LEVEL: 'fatal',
      AUTH_SECRET: 'nobody guesses this, for nobody knows it',
      ...(database.kind === 'postgres'
        ? { DATABASE_URL: database.url }
        : { DATA_DIR: database.dir ?? 'memory' }),
      ...env,
    };
  }

  /** Takes a free port and starts. */
  static async start(settings: ProcessSettings): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), settings);
    await server.start();
    return server;
  }

  get up(): Promise<void> {
    return this.#up.promise;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [MAIN], { env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#said = '';
    const listening = new Promise<void>((heard, failed) => {
      const hear = (chunk: Buffer) => {
        this.#said += chunk;
        if (this.#said.includes('Belay is at')) heard();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('close', (code) => failed(new Error(`The server ended with ${code}: ${this.#said}`)));
    });
    await listening;
    this.#up.resolve();
  }

  /** Ends it as a power cut would, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end; its exit code, and how many milliseconds it took. */
  async stop(): Promise<{ code: number | null; took: number }> {
    const asked = performance.now();
    const code = await this.#end('SIGTERM');
    return { code, took: performance.now() - asked };
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    this.#up = Promise.withResolvers();
    const closed = once(child, 'close');
    child.kill(signal);
    const [code] = await closed;
    return code;
  }
}
