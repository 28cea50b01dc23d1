import type { OperationResult } from '@urql/core';
import { codeOf, isUnreachable } from './errors.ts';

/**
 * What a result says about a write that waits. `given`: done or refused, it is settled. `later`: no answer
 * came, or the server was asked too much at once. `signed out`: it needs its person back first.
 */
export type OutboxAnswer = 'given' | 'later' | 'signed out';

export function outboxAnswer({ error }: OperationResult): OutboxAnswer {
  if (!error) return 'given';
  const code = codeOf(error);
  if (code === 'UNAUTHENTICATED') return 'signed out';
  return isUnreachable(error) || code === 'RATE_LIMITED' ? 'later' : 'given';
}
