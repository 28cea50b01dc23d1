import {
  BREAK,
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  parse,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { forbidden } from './errors.ts';
import { LIMITS, measure, refuseTooMuch, tooCostly } from './limits.ts';

/** Bounds what one operation may ask for, before it runs: over HTTP and on sockets alike. */
export function limitsPlugin<C extends object>(): Plugin<C> {
  const refusal = (args: ExecutionArgs): GraphQLError | null => {
    const operation = getOperationAST(args.document, args.operationName);
    if (!operation) return null;
    try {
      refuseTooMuch(measure(args.schema, args.document, operation, args.variableValues ?? {}));
      return null;
    } catch (error) {
      if (error instanceof GraphQLError) return error;
      throw error;
    }
  };
  return {
    onParse: ({ setParseFn }) => setParseFn(parseBounded),
    onExecute({ args, setResultAndStopExecution }) {
      const error = refusal(args);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const error = refusal(args);
      if (error) setResultAndStopExecution({ errors: [error] });
    },
  };
}

const parseBounded: typeof parse = (source, options) => {
  try {
    return parse(source, { ...options, maxTokens: LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError && error.message.includes('tokens'))
      throw tooCostly('tokens', LIMITS.tokens + 1);
    throw error;
  }
};

export type Readers<C> = { isReader(context: C): boolean; isReaderOf(request: Request): Promise<boolean> };

/**
 * The book of the schema is open to readers. To others introspection is refused, and no message of
 * validation suggests a name. Both are done beside validation and not in it, because its results are kept and shared.
 */
export function closedBookPlugin<C extends object>({ isReader, isReaderOf }: Readers<C>): Plugin<C> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      if (isReader(args.contextValue as C) || !introspects(args.document)) return;
      setResultAndStopExecution({ errors: [forbidden('The schema is shown to those who are signed in.')] });
    },
    async onResultProcess({ request, result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || (await isReaderOf(request))) return;
      setResult({ ...result, errors: result.errors?.map(withoutSuggestion) });
    },
  };
}

function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}

function withoutSuggestion(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean .*$/s, '');
  if (message === error.message) return error;
  return new GraphQLError(message, { nodes: error.nodes, extensions: error.extensions });
}
