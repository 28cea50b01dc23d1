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
import { LIMITS, measure, refuseTooMuch, tooCostly } from './limits.ts';

/** Bounds what one operation may ask for, before it runs: over HTTP and on sockets alike. */
export function limitsPlugin(): Plugin {
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

type Answered = { request?: Request; known?: object };

/**
 * The book of the schema is open to whom `isOpen` says so. To others introspection is refused and messages of
 * validation suggest no names. What comes over a socket has said who it is.
 */
export function closedBookPlugin(isOpen: (request: Request) => Promise<boolean>): Plugin {
  const readers = new WeakSet<Request>();
  return {
    async onParams({ request }) {
      if (await isOpen(request)) readers.add(request);
    },
    onValidate({ context, params }) {
      const { request, known } = context as Answered;
      if (known || (request && readers.has(request))) return;
      return ({ result, setResult }) => {
        const errors = introspects(params.documentAST)
          ? [closed()]
          : (result as readonly GraphQLError[]).map(withoutSuggestion);
        setResult(errors);
      };
    },
  };
}

const closed = () => new GraphQLError('The schema is shown to those who are signed in.');

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
  return message === error.message ? error : new GraphQLError(message, { nodes: error.nodes });
}
