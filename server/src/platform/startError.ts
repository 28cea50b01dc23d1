import { MigrationError } from '@belay/prisma/migrate';
import { ConfigError } from './config.ts';
import { DatabaseError } from './databaseError.ts';

const EXPECTED = [ConfigError, DatabaseError, MigrationError];

/** What to tell the person who started Belay when it cannot start; null when only a stack trace would help. */
export function explainStartError(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (EXPECTED.some((kind) => error instanceof kind)) return error.message;
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Choose a free one with PORT.`;
  if (code === 'EACCES' && port)
    return `Port ${port} needs more rights than this user has. Choose another with PORT.`;
  return null;
}
