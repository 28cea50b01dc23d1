import {
  type AnyVariables,
  type Client,
  createRequest,
  type GraphQLRequest,
  type Operation,
} from '@urql/core';
import { inputsWithoutOpId } from './generated/schema.ts';

/** A new name for a write, a UUID. Works on plain http too, where `crypto.randomUUID` is missing. */
export function operationId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The name a write carries; undefined when it has none, and so must not be repeated. */
export function operationIdOf(operation: Operation): string | undefined {
  return operation.variables?.input?.opId ?? undefined;
}

/**
 * Names every write that can be named, before it has become an operation: a repeat of the name changes
 * nothing twice, and two equal writes are two operations to the cache.
 */
export function nameWrites(client: Client): Client {
  const execute = client.executeMutation;
  client.executeMutation = (request, context) => execute(named(request), context);
  return client;
}

function named<Data, Variables extends AnyVariables>(
  request: GraphQLRequest<Data, Variables>,
): GraphQLRequest<Data, Variables> {
  const { query, variables } = request;
  if (!variables?.input || variables.input.opId || !takesOperationId(request)) return request;
  const input = { ...variables.input, opId: operationId() };
  return createRequest(query, { ...variables, input }) as GraphQLRequest<Data, Variables>;
}

function takesOperationId({ query }: GraphQLRequest): boolean {
  for (const definition of query.definitions) {
    if (definition.kind !== 'OperationDefinition') continue;
    for (const { variable, type } of definition.variableDefinitions ?? []) {
      if (variable.name.value !== 'input') continue;
      const named = type.kind === 'NonNullType' ? type.type : type;
      return named.kind === 'NamedType' && !inputsWithoutOpId.has(named.name.value);
    }
  }
  return false;
}
