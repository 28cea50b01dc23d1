import { type Exchange, makeOperation, type Operation } from '@urql/core';
import { filter, map, merge, pipe } from 'wonka';
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

/** Names every write that can be named, before the cache sees it: a repeat of the name changes nothing twice. */
export const operationIds: Exchange =
  ({ forward }) =>
  (operations$) => {
    const isMutation = (operation: Operation) => operation.kind === 'mutation';
    return forward(
      merge([
        pipe(operations$, filter(isMutation), map(named)),
        pipe(
          operations$,
          filter((operation) => !isMutation(operation)),
        ),
      ]),
    );
  };

function named(operation: Operation): Operation {
  const input = operation.variables?.input;
  if (!input || input.opId || !takesOperationId(operation)) return operation;
  const variables = { ...operation.variables, input: { ...input, opId: operationId() } };
  return makeOperation('mutation', { ...operation, variables }, operation.context);
}

function takesOperationId({ query }: Operation): boolean {
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
