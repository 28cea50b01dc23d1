import type { CombinedError } from '@urql/core';
import { codeOf, type ErrorCode, errorIdOf } from './errors.ts';

/** A page cannot be shown. Carries what its error page needs; `CHUNK` when its script did not come. */
export class PageFailure extends Error {
  readonly code: ErrorCode | 'CHUNK';
  readonly errorId: string | undefined;

  constructor(code: ErrorCode | 'CHUNK', errorId?: string) {
    super(code);
    this.code = code;
    this.errorId = errorId;
  }
}

export function failureOf(error: CombinedError): PageFailure {
  return new PageFailure(codeOf(error), errorIdOf(error));
}
