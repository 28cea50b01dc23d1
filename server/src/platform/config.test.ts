import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

const secret = 'a-secret-of-at-least-32-characters';
const onServer = { DATABASE_URL: 'postgres://belay:hunter2@db/belay', AUTH_SECRET: secret };

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'belay-config-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function problems(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  it('need none: the embedded database, with the sample story, on port 4000', () => {
    const { authSecret, database, ...config } = readConfig({ DATA_DIR: dir });
    expect(config).toEqual({
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4000',
      redisUrl: null,
      trustedProxies: 0,
      smtpUrl: null,
      demo: true,
      production: false,
      logLevel: 'info',
    });
    expect(database).toEqual({ kind: 'embedded', dir });
    expect(authSecret.length).toBeGreaterThanOrEqual(32);
  });

  it('take an empty variable for one that is not set', () => {
    const config = readConfig({ DATA_DIR: dir, PORT: '', DATABASE_URL: '', DEMO: '', PUBLIC_URL: '' });
    expect(config).toMatchObject({ port: 4000, demo: true, database: { kind: 'embedded' } });
  });

  it('treat a database somebody named as real: production, and no sample story by itself', () => {
    expect(readConfig(onServer)).toMatchObject({ demo: false, production: true });
    expect(readConfig({ ...onServer, NODE_ENV: 'test', DEMO: 'yes' })).toMatchObject({
      demo: true,
      production: false,
    });
    expect(readConfig({ DATA_DIR: dir, NODE_ENV: 'production', DEMO: '0' })).toMatchObject({
      demo: false,
      production: true,
    });
  });

  it.each(['1', 'true', 'YES', 'on'])('understand DEMO=%s as yes', (DEMO) => {
    expect(readConfig({ ...onServer, DEMO }).demo).toBe(true);
  });

  it('cannot be changed once they are read', () => {
    const config = readConfig(onServer);
    expect(() => Object.assign(config, { demo: true })).toThrow(TypeError);
  });

  it('take the public address without the slash at its end', () => {
    expect(readConfig({ ...onServer, PUBLIC_URL: 'https://belay.example.org/' }).publicUrl).toBe(
      'https://belay.example.org',
    );
  });

  it('name everything that is wrong at once', () => {
    const found = problems({
      PORT: '70000',
      DATABASE_URL: 'mysql://db',
      REDIS_URL: 'localhost:6379',
      SMTP_URL: 'http://mail',
      PUBLIC_URL: 'https://example.org/belay',
      DEMO: 'maybe',
      LOG_LEVEL: 'loud',
    });
    expect(found.map((it) => it.split(' ')[0]).sort()).toEqual(
      [
        'AUTH_SECRET',
        'DATABASE_URL',
        'DEMO',
        'LOG_LEVEL',
        'PORT',
        'PUBLIC_URL',
        'REDIS_URL',
        'SMTP_URL',
      ].sort(),
    );
  });

  it.each(['-1', '1.5', '0x10', ' 80', 'http'])('refuse %o as a port', (PORT) => {
    expect(problems({ ...onServer, PORT })).toEqual([
      `PORT is "${PORT}"; it must be a whole number from 0 to 65535.`,
    ]);
  });

  it('never repeat a secret', () => {
    const found = problems({
      DATABASE_URL: 'belay:hunter2@db',
      SMTP_URL: 'me:hunter2@mail',
      AUTH_SECRET: 'hunter2',
    });
    expect(found).toHaveLength(3);
    expect(found.join()).not.toContain('hunter2');
  });
});

describe('the secret that signs sessions', () => {
  it('is made once, kept beside the data, and readable by its owner alone', () => {
    const first = readConfig({ DATA_DIR: dir }).authSecret;
    expect(readConfig({ DATA_DIR: dir }).authSecret).toBe(first);
    const file = join(dir, 'auth-secret');
    expect(readFileSync(file, 'utf8')).toBe(first);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is required, and long enough, with a database server', () => {
    expect(problems({ DATABASE_URL: onServer.DATABASE_URL })).toEqual([
      'AUTH_SECRET is required with DATABASE_URL: at least 32 characters nobody can guess.',
    ]);
    expect(problems({ ...onServer, AUTH_SECRET: 'short' })).toEqual([
      'AUTH_SECRET is too short; it must have at least 32 characters.',
    ]);
  });

  it('is a new one each time when nothing is kept', () => {
    const env = { DATA_DIR: 'memory' };
    expect(readConfig(env).authSecret).not.toBe(readConfig(env).authSecret);
  });

  it('says so when the data folder cannot be written', () => {
    writeFileSync(join(dir, 'file'), '');
    const [problem] = problems({ DATA_DIR: join(dir, 'file', 'data') });
    expect(problem).toMatch(/^The data folder .* cannot be written \(.*\); name another with DATA_DIR\.$/);
  });
});
