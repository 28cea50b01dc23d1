import { PothosValidationError } from '@pothos/core';
import { GraphQLError } from 'graphql';
import { uuidv7 } from 'uuidv7';
import { badInput, isMalformedId, isUnkeepableText, notFound } from './errors.ts';
import type { Log } from './log.ts';

/**
 * What of an error reaches the client: a coded one as it is; an id nobody can have, or a row that is gone, as
 * NOT_FOUND; text that cannot be kept as BAD_USER_INPUT; everything else as an id under which it stands in the log.
 */
export function createMask(log: Log): (error: unknown) => GraphQLError {
  return (error) => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    const answer = placed(answerTo(cause, log), error);
    if (!(error instanceof GraphQLError)) return answer;
    return new GraphQLError(answer.message, {
      nodes: error.nodes,
      path: error.path,
      extensions: answer.extensions,
    });
  };
}

const VARIABLE = /^Variable "\$(\w+)" (?:.* at "([^"]+)"; )?(.*)$/s;

/** A variable that is not of its type: GraphQL says where in its message alone, and gives it no code. */
function placed(answer: GraphQLError, error: unknown): GraphQLError {
  const parts = error instanceof GraphQLError ? VARIABLE.exec(error.message) : null;
  if (!parts || (answer.extensions.code ?? 'BAD_USER_INPUT') !== 'BAD_USER_INPUT') return answer;
  const [, name = '', place = name, message = ''] = parts;
  return badInput([{ path: place.split(/[.[\]]+/).filter(Boolean), message }]);
}

function answerTo(cause: unknown, log: Log): GraphQLError {
  if (cause instanceof PothosValidationError) return badInput([{ path: [], message: cause.message }]);
  if (cause instanceof GraphQLError) return cause;
  if (isMalformedId(cause) || isMissingRow(cause)) return notFound();
  if (isUnkeepableText(cause)) {
    return badInput([{ path: ['input'], message: 'Text cannot hold the null character.' }]);
  }
  const errorId = uuidv7();
  log.error({ err: cause, errorId }, 'unexpected error');
  return new GraphQLError(`Something went wrong on our side. If you write to us, name ${errorId}.`, {
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
  });
}

/** Prisma's "an operation failed because it depends on records that were not found". */
function isMissingRow(error: unknown): boolean {
  return error instanceof Error && (error as { code?: string }).code === 'P2025';
}
