import pino, { type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

/** Structured lines on standard output. Secrets and what people write never go into them. */
export function createLog(level: LogLevel): Log {
  return pino({ level, redact: ['req.headers.authorization', 'req.headers.cookie'] });
}
