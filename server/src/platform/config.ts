import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

export type DatabaseConfig = EmbeddedDatabaseConfig | { kind: 'postgres'; url: string; poolSize: number };

export interface EmbeddedDatabaseConfig {
  kind: 'embedded';
  /** Where it is kept; null keeps it in memory. */
  dir: string | null;
  /** The file of a dumped database, which a new one begins with. */
  template?: string;
}

/** Everything Belay can be told from outside, read once. */
export interface Config {
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** The origin people type into their browser, without a slash at its end. */
  publicUrl: string;
  database: DatabaseConfig;
  redisUrl: string | null;
  smtpUrl: string | null;
  /** How many proxies of our own stand in front, each adding to `X-Forwarded-For`; limits count by what they say. */
  trustedProxies: number;
  /** Signs sessions and cookies; at least 32 characters. */
  authSecret: string;
  /** Sample people and one-click sign-in. */
  demo: boolean;
  /** Real people's data: no mailbox page, no introspection for strangers. */
  production: boolean;
  logLevel: LogLevel;
}

/** The settings make no sense; the message lists all that is wrong with them. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['Belay cannot start with these settings:', ...problems.map((it) => `  - ${it}`)].join('\n'));
    this.problems = problems;
  }
}

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const LOG_LEVELS: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/**
 * Reads the settings from the environment; an empty variable counts as unset.
 * With the embedded database and no `AUTH_SECRET`, makes one and keeps it in the data folder.
 * @throws {ConfigError} naming everything that is wrong at once, without the values of secrets
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const read = reader(env, problems);

  const databaseUrl = read.url('DATABASE_URL', ['postgres:', 'postgresql:']);
  const poolSize = read.integer('DATABASE_POOL', 10, { from: 1, to: 1000 });
  const database: DatabaseConfig = env.DATABASE_URL
    ? { kind: 'postgres', url: databaseUrl ?? '', poolSize }
    : { kind: 'embedded', dir: dataFolder(env.DATA_DIR) };
  const port = read.integer('PORT', 4000, { from: 0, to: 65_535 });

  const config: Config = {
    port,
    host: env.HOST || '127.0.0.1',
    publicUrl: read.origin('PUBLIC_URL') ?? `http://localhost:${port}`,
    database,
    redisUrl: read.url('REDIS_URL', ['redis:', 'rediss:']),
    smtpUrl: read.url('SMTP_URL', ['smtp:', 'smtps:']),
    trustedProxies: read.integer('TRUSTED_PROXIES', 0, { from: 0, to: 10 }),
    authSecret: read.authSecret(database),
    demo: read.flag('DEMO', database.kind === 'embedded'),
    // A database somebody named may hold real people's data, so it is production until somebody says otherwise.
    production: env.NODE_ENV ? env.NODE_ENV === 'production' : database.kind === 'postgres',
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
  };

  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(config);
}

/** `memory` keeps nothing; anything else is a folder, by default `data` beside the sources. */
function dataFolder(value: string | undefined): string | null {
  if (value === 'memory') return null;
  return value ? resolve(value) : join(REPOSITORY, 'data');
}

/** Reads one variable after the other and collects what is wrong with them. */
function reader(env: NodeJS.ProcessEnv, problems: string[]) {
  function integer(name: string, fallback: number, { from, to }: { from: number; to: number }): number {
    const text = env[name];
    if (!text) return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= from && value <= to) return value;
    problems.push(`${name} is "${text}"; it must be a whole number from ${from} to ${to}.`);
    return fallback;
  }

  function flag(name: string, fallback: boolean): boolean {
    const text = env[name]?.toLowerCase();
    if (!text) return fallback;
    if (['1', 'true', 'yes', 'on'].includes(text)) return true;
    if (['0', 'false', 'no', 'off'].includes(text)) return false;
    problems.push(`${name} is "${env[name]}"; say 1 or 0.`);
    return fallback;
  }

  function oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const text = env[name];
    if (!text) return fallback;
    const value = allowed.find((it) => it === text);
    if (!value) problems.push(`${name} is "${text}"; it must be one of ${allowed.join(', ')}.`);
    return value ?? fallback;
  }

  /** Addresses may hold passwords, so a wrong one is not repeated. */
  function url(name: string, protocols: readonly string[]): string | null {
    const text = env[name];
    if (!text) return null;
    if (protocols.includes(URL.parse(text)?.protocol ?? '')) return text;
    problems.push(
      `${name} is not an address that starts with ${protocols.map((it) => `${it}//`).join(' or ')}.`,
    );
    return null;
  }

  function origin(name: string): string | null {
    const text = url(name, ['http:', 'https:']);
    const parsed = text && URL.parse(text);
    if (!parsed) return null;
    if (parsed.href === `${parsed.origin}/`) return parsed.origin;
    problems.push(`${name} is "${text}"; it must end after the host and port, for example ${parsed.origin}.`);
    return null;
  }

  function authSecret(database: DatabaseConfig): string {
    const secret = env.AUTH_SECRET;
    if (secret && secret.length >= 32) return secret;
    if (secret) problems.push('AUTH_SECRET is too short; it must have at least 32 characters.');
    else if (database.kind === 'embedded') return keptSecret(database.dir, problems);
    else problems.push('AUTH_SECRET is required with DATABASE_URL: at least 32 characters nobody can guess.');
    return '';
  }

  return { integer, flag, oneOf, url, origin, authSecret };
}

/** The secret that lies in the data folder, made when the folder is new. */
function keptSecret(dir: string | null, problems: string[]): string {
  const made = randomBytes(32).toString('base64url');
  if (!dir) return made;
  const file = join(dir, 'auth-secret');
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
    return made;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return readFileSync(file, 'utf8').trim();
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(`The data folder ${dir} cannot be written (${reason}); name another with DATA_DIR.`);
    return '';
  }
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
