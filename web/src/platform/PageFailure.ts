import type { CombinedError } from '@urql/core';
import { codeOf, type ErrorCode, errorIdOf } from './errors.ts';

/** A page cannot be shown. Carries what its error page needs. */
export class PageFailure extends Error {
  readonly code: ErrorCode;
  readonly errorId: string | undefined;

  constructor(error: CombinedError) {
    super(error.message);
    this.code = codeOf(error);
    this.errorId = errorIdOf(error);
  }
}
