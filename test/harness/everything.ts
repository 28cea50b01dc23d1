import { type GraphQLNamedType, getNamedType, isLeafType, isObjectType } from 'graphql';

/**
 * A selection of every leaf below a type, to a depth, without arguments but for the first page of connections. The
 * server's own clock is left out: it is never the same twice.
 */
export function everything(type: GraphQLNamedType, depth: number): string {
  if (!isObjectType(type)) return '__typename';
  const selections = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (field.args.some((argument) => `${argument.type}`.endsWith('!'))) return [];
    if (isLeafType(named)) return field.name === 'serverTime' ? [] : [field.name];
    const isPage = named.name.endsWith('Connection');
    const deeper = isPage || named.name.endsWith('ConnectionEdge') ? depth : depth - 1;
    if (deeper === 0 || (isPage && depth === 1)) return [];
    return [`${field.name}${isPage ? '(first: 5)' : ''} { ${everything(named, deeper)} }`];
  });
  return ['__typename', ...selections].join(' ');
}
