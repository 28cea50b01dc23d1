import { type GraphQLSchema, isAbstractType, isInputObjectType } from 'graphql';

/**
 * What the browser has to know of the schema: which types an interface or union stands for (so that
 * the cache can match fragments), and which inputs have no slot for an operation id.
 */
export function plugin(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const possibleTypes = Object.fromEntries(
    types
      .filter(isAbstractType)
      .map((type) => [type.name, schema.getPossibleTypes(type).map((possible) => possible.name)]),
  );
  const repeatable = types
    .filter(isInputObjectType)
    .filter((type) => 'opId' in type.getFields())
    .map((type) => type.name);
  return [
    `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes, null, 2)};`,
    `export const repeatableInputs: ReadonlySet<string> = new Set(${JSON.stringify(repeatable, null, 2)});`,
    '',
  ].join('\n');
}
