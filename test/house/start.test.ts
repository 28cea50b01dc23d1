import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase } from '@belay/server/database';
import { createTestDatabase } from '@belay/server/testDatabase';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const MAIN = resolve(import.meta.dirname, '../../server/src/main.ts');

let dir: string;
let children: ChildProcess[];
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'belay-start-'));
  children = [];
  const { config } = await createTestDatabase('embedded', dir);
  await (await openDatabase(config)).close();
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

/** Starts the server as `pnpm start` does, with these settings and no others. */
function start(env: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, DATA_DIR: dir, PORT: '0', DEMO: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, ...said }));
  const url = new Promise<string>((found) => {
    child.stdout.on('data', () => {
      const address = said.out.match(/http:\/\/[\w.]+:\d+/)?.[0];
      if (address) found(address);
    });
  });
  return { child, url, ended };
}

describe('a start', () => {
  it('with wrong settings ends with a list of what is wrong, and no stack', async () => {
    const { code, out, err } = await start({ PORT: 'many', PUBLIC_URL: 'belay', DEMO: 'perhaps' }).ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n')).toEqual([
      'Belay cannot start with these settings:',
      '  - PORT is "many"; it must be a whole number from 0 to 65535.',
      '  - PUBLIC_URL is not an address that starts with http:// or https://.',
      '  - DEMO is "perhaps"; say 1 or 0.',
    ]);
  });

  it('on a port that is taken says which', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const { code, err } = await start({ PORT: String(port) }).ended;
    other.close();
    expect({ code, err }).toEqual({
      code: 1,
      err: `Port ${port} is taken by another program. Choose a free one with PORT.\n`,
    });
  });

  it('on data that another server has says who has it', async () => {
    const first = start({});
    await first.url;
    const { code, err } = await start({}).ended;
    expect({ code, err }).toEqual({
      code: 1,
      err: `The data folder ${dir} is in use by another Belay (process ${first.child.pid}). Stop that one first, or name another folder with DATA_DIR.\n`,
    });
  });

  it('serves until it is told to stop, then ends by itself and frees its data', async () => {
    const first = start({});
    expect(await fetch(`${await first.url}/health/ready`)).toMatchObject({ status: 200 });
    first.child.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, err: '' });

    const second = start({});
    expect(await fetch(`${await second.url}/health/ready`)).toMatchObject({ status: 200 });
  });
});
