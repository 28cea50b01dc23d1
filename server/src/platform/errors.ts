import { GraphQLError } from 'graphql';

/** What a client can tell apart by `extensions.code`. Everything else is masked. */
export type Code =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'RESYNC_REQUIRED'
  | 'SLOW_FOLLOWER'
  | 'TOO_COSTLY';

/** An answer that is no surprise: its message and code reach the client as they are. */
export class CodedError extends GraphQLError {
  constructor(code: Code, message: string, extensions: Record<string, unknown> = {}) {
    super(message, { extensions: { ...extensions, code } });
  }
}

export const unauthenticated = () => new CodedError('UNAUTHENTICATED', 'Please sign in.');
/** What was shown to be recognised by is wrong, expired or revoked: the request is answered with 401. */
export const refusedCredential = () =>
  new CodedError('UNAUTHENTICATED', 'This token or session is not valid any more.', {
    http: { status: 401 },
  });
export const forbidden = (message: string) => new CodedError('FORBIDDEN', message);
/** What you may not see does not exist: one answer for both. */
export const notFound = () =>
  new CodedError('NOT_FOUND', 'There is no such thing here, or it is not yours to see.');
export const conflict = (message: string) => new CodedError('CONFLICT', message);

export type InputIssue = { path: (string | number)[]; message: string };

export function badInput(issues: InputIssue[]): CodedError {
  const message = issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
  return new CodedError('BAD_USER_INPUT', message, { issues });
}

/**
 * A fact that stands in the way of a command. Thrown inside, a member of the mutation's union outside; because it is
 * thrown, the transaction is rolled back and nothing has changed.
 */
export abstract class Fact extends Error {}

/** Whether PostgreSQL could not read an id: such a thing does not exist. */
export function isMalformedId(error: unknown): boolean {
  return sqlState(error) === '22P02' || sqlState(error) === '22P03';
}

/** Whether some text held the null character, which PostgreSQL can keep neither in text nor in JSON. */
export function isUnkeepableText(error: unknown): boolean {
  return sqlState(error) === '22021' || sqlState(error) === '22P05';
}

/** Whether a write broke the named unique index or check, which a command turns into its fact. */
export function violates(error: unknown, constraint: string): boolean {
  return (
    error instanceof Error && JSON.stringify(error, Object.getOwnPropertyNames(error)).includes(constraint)
  );
}

/** The SQLSTATE behind a Prisma error, if the database raised one. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const meta = (error as { meta?: { driverAdapterError?: { cause?: { originalCode?: string } } } }).meta;
  return meta?.driverAdapterError?.cause?.originalCode;
}
