import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './database.ts';
import { createTestDatabase } from './testDatabase.ts';

/** A process that opens the folder, says when it is ready, then writes and tells what was acknowledged. */
const WRITER = `
  import { openDatabase } from ${JSON.stringify(new URL('./database.ts', import.meta.url).href)};
  const { prisma } = await openDatabase(JSON.parse(process.argv[1]));
  console.log('open');
  for (let n = 1; ; n += 1) {
    await prisma.person.create({ data: { id: crypto.randomUUID(), name: 'Person ' + n, email: n + '@example.org' } });
    console.log(n);
  }`;

let dir: string;
let children: ChildProcess[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'belay-data-'));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

async function open() {
  const { config } = await createTestDatabase('embedded', dir);
  return openDatabase(config);
}

/** Starts the writer and resolves when it has acknowledged `count` rows (0: when it has opened the folder). */
async function startWriter(count: number) {
  const { config } = await createTestDatabase('embedded', dir);
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, JSON.stringify(config)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const said: string[] = [];
  const reached = Promise.withResolvers<void>();
  child.stdout.on('data', (chunk: Buffer) => {
    said.push(...chunk.toString().trim().split('\n'));
    if (said.includes(count === 0 ? 'open' : String(count))) reached.resolve();
  });
  child.once('exit', () => reached.reject(new Error('The writer ended by itself.')));
  await reached.promise;
  return { child, acknowledged: () => Math.max(0, ...said.map(Number).filter(Number.isFinite)) };
}

describe('the data folder', () => {
  it('keeps what was written', async () => {
    const first = await open();
    await first.prisma.stream.create({ data: { id: crypto.randomUUID(), seq: 7 } });
    await first.close();
    const second = await open();
    expect(await second.prisma.stream.findMany()).toMatchObject([{ seq: 7 }]);
    await second.close();
  });

  it('is refused to a second process, which is told who has it', async () => {
    const { child } = await startWriter(0);
    await expect(open()).rejects.toThrow(`is in use by another Belay (process ${child.pid})`);
  });

  it('is refused to the same process twice', async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(`is in use by another Belay (process ${process.pid})`);
    await first.close();
    await (await open()).close();
  });

  it('is free at once, and whole, when the process that had it was killed', async () => {
    const { child, acknowledged } = await startWriter(50);
    child.kill('SIGKILL');
    await once(child, 'close');
    const database = await open();
    const written = await database.prisma.person.count();
    expect(written).toBeGreaterThanOrEqual(acknowledged());
    expect(written).toBeLessThanOrEqual(acknowledged() + 1);
    await database.close();
  });

  it('is made anew when making it was cut short', async () => {
    mkdirSync(join(dir, 'database.new'));
    writeFileSync(join(dir, 'database.new', 'PG_VERSION'), '18');
    const database = await open();
    expect(await database.prisma.person.count()).toBe(0);
    await database.close();
    expect(readdirSync(dir).sort()).toEqual(['database', 'lock']);
  });

  it.each([
    ['99', 'by a newer version of Belay (PostgreSQL 99'],
    ['14', 'by an older version of Belay (PostgreSQL 14'],
    ['', 'by an unknown version of Belay (PostgreSQL unknown'],
  ])('is left alone when its files are of version %o', async (version, message) => {
    mkdirSync(join(dir, 'database'));
    writeFileSync(join(dir, 'database', 'PG_VERSION'), version);
    await expect(open()).rejects.toThrow(message);
    expect(readdirSync(join(dir, 'database'))).toEqual(['PG_VERSION']);
  });

  it('says so when it cannot be written', async () => {
    writeFileSync(join(dir, 'file'), '');
    const dirInFile = join(dir, 'file', 'data');
    await expect(openDatabase({ kind: 'embedded', dir: dirInFile })).rejects.toThrow(
      `The data folder ${dirInFile} cannot be written`,
    );
  });
});

describe('a database server', () => {
  it('that cannot be reached is named without its password', async () => {
    const attempt = openDatabase({
      kind: 'postgres',
      url: 'postgres://me:hunter2@127.0.0.1:1/belay',
      poolSize: 1,
    });
    await expect(attempt).rejects.toThrow(
      /^The database at DATABASE_URL cannot be used: (?!.*hunter2).*ECONNREFUSED/,
    );
  });
});
