import { type GraphQLSchema, getNamedType, isAbstractType, isInputObjectType, isObjectType } from 'graphql';

/** What the browser has to know of the schema, and no more of it. */
export function plugin(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);

  const possibleTypes = Object.fromEntries(
    types
      .filter(isAbstractType)
      .map((type) => [type.name, schema.getPossibleTypes(type).map((possible) => possible.name)]),
  );
  const withoutId = types
    .filter(isObjectType)
    .filter((type) => !roots.has(type) && !('id' in type.getFields()))
    .map((type) => type.name);
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const withoutOpId = mutations
    .flatMap((field) => field.args.map((arg) => getNamedType(arg.type)))
    .filter(isInputObjectType)
    .filter((type) => !('opId' in type.getFields()))
    .map((type) => type.name);

  return [
    '/** Which types an interface or a union stands for: the cache matches fragments by it. */',
    `export const possibleTypes: Record<string, string[]> = ${JSON.stringify(possibleTypes)};`,
    '/** Types that live inside another one and have no key of their own. */',
    `export const typesWithoutId: readonly string[] = ${JSON.stringify(withoutId)};`,
    '/** Writes that may be lost and so have no name to be repeated under. */',
    `export const inputsWithoutOpId: ReadonlySet<string> = new Set(${JSON.stringify(withoutOpId)});`,
    '',
  ].join('\n');
}
