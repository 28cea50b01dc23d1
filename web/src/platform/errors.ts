import { CombinedError } from '@urql/core';

/** The codes of the API's errors; `NETWORK` when no answer came, `INTERNAL` for all that is masked. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'RESYNC_REQUIRED'
  | 'NETWORK'
  | 'INTERNAL';

const words: Record<ErrorCode, string> = {
  UNAUTHENTICATED: 'You have been signed out. Sign in again and go on.',
  FORBIDDEN: 'This is not yours to change.',
  NOT_FOUND: "There is nothing here, or it isn't yours to see.",
  BAD_USER_INPUT: 'Something in what you wrote cannot be taken as it is.',
  CONFLICT: 'This changed at the same time. Look again and try once more.',
  RATE_LIMITED: 'That was a lot at once. Wait a moment, then try again.',
  RESYNC_REQUIRED: 'This page has been away for long and is being read anew.',
  NETWORK: 'The server cannot be reached right now.',
  INTERNAL: 'Something broke on our side. Nothing of yours was lost.',
};

export function codeOf(error: CombinedError): ErrorCode {
  const code = error.graphQLErrors[0]?.extensions?.code;
  if (typeof code === 'string') return code in words ? (code as ErrorCode) : 'INTERNAL';
  if (isUnreachable(error)) return 'NETWORK';
  if (statusOf(error) === 401) return 'UNAUTHENTICATED';
  return statusOf(error) === 429 ? 'RATE_LIMITED' : 'INTERNAL';
}

/**
 * No whole answer came: no network, a connection cut half-way, a proxy whose server is away, a hospital's
 * Wi-Fi that answers with a page of its own. The same write may be sent again.
 */
export function isUnreachable(error: CombinedError): boolean {
  const status = statusOf(error);
  if (status === 502 || status === 503 || status === 504) return true;
  return error.networkError !== undefined && (status === undefined || status < 300);
}

function statusOf({ response }: CombinedError): number | undefined {
  return typeof response?.status === 'number' ? response.status : undefined;
}

/** A sentence for the page. What the server says of bad input is already meant for people. */
export function wordsFor(error: unknown): string {
  if (!(error instanceof CombinedError)) return words.INTERNAL;
  const code = codeOf(error);
  const said = error.graphQLErrors[0]?.message;
  const plain = code === 'BAD_USER_INPUT' || code === 'CONFLICT' || code === 'FORBIDDEN';
  return plain && said ? said : words[code];
}

/** The id under which a masked error stands in the server's log. */
export function errorIdOf(error: unknown): string | undefined {
  if (!(error instanceof CombinedError)) return undefined;
  const id = error.graphQLErrors[0]?.extensions?.errorId;
  return typeof id === 'string' ? id : undefined;
}
