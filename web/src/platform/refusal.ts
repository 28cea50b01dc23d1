import type { OperationResult } from '@urql/core';
import { wordsFor } from './errors.ts';

/** Why a write was not taken, in words for the page. */
export interface Refusal {
  /** The fact's type, when one stood in the way; null for a coded error. */
  fact: string | null;
  message: string;
}

/** Reads a mutation's answer: each is a union of the payload and the facts that can stand in the way. */
export function refusalOf({ data, error }: Pick<OperationResult, 'data' | 'error'>): Refusal | null {
  if (error) return { fact: null, message: wordsFor(error) };
  for (const answer of Object.values<{ __typename?: string; message?: string } | null>(data ?? {})) {
    if (answer?.__typename?.endsWith('Payload')) continue;
    if (answer?.message !== undefined) return { fact: answer.__typename ?? null, message: answer.message };
  }
  return null;
}
