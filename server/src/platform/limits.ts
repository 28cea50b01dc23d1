import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from 'graphql';
import { badInput, CodedError } from './errors.ts';

/** What one operation may ask for. They are stated in the API's documentation. */
export const LIMITS = {
  /** Fields within fields. */
  depth: 16,
  /** Fields under another name than their own, fragments counted wherever they are used. */
  aliases: 60,
  directives: 50,
  /** Lexical tokens of the document. */
  tokens: 4000,
  /** See `Measure.cost`. */
  cost: 20_000,
} as const;

export type Measure = {
  depth: number;
  aliases: number;
  directives: number;
  /**
   * One for each field that is an object, times the lengths of the lists around it: `first` or `last` of a connection
   * (20 when neither is given), 10 for any other list, 5 in introspection. A mutation costs 10 more.
   */
  cost: number;
};

/** The defaults of the builder's connections. */
const PAGE = 20;
export const LARGEST_PAGE = 100;
const LIST = 10;
const INTROSPECTION_LIST = 5;
const MUTATION = 10;
const NOTHING: Measure = { depth: 0, aliases: 0, directives: 0, cost: 0 };

type Variables = Readonly<Record<string, unknown>>;

/**
 * Measures an operation before it runs. Every fragment is measured once, so the time is linear in the size of the
 * document, however often fragments are used. The document must be valid.
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): Measure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const measured = new Map<string, Measure>();

  function ofSelections({ selections }: SelectionSetNode, parent: GraphQLCompositeType | undefined): Measure {
    return selections.map((node) => ofSelection(node, parent)).reduce(together, NOTHING);
  }

  function ofSelection(node: SelectionNode, parent: GraphQLCompositeType | undefined): Measure {
    const inner = ofInside(node, parent);
    return { ...inner, directives: inner.directives + (node.directives?.length ?? 0) };
  }

  function ofInside(node: SelectionNode, parent: GraphQLCompositeType | undefined): Measure {
    if (node.kind === Kind.FIELD) return ofField(node, parent);
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    const type = node.typeCondition ? compositeType(node.typeCondition.name.value) : parent;
    return ofSelections(node.selectionSet, type);
  }

  function ofFragment(name: string): Measure {
    const known = measured.get(name);
    if (known) return known;
    const fragment = fragments.get(name);
    if (!fragment) return NOTHING;
    const made = ofSelections(fragment.selectionSet, compositeType(fragment.typeCondition.name.value));
    measured.set(name, made);
    return made;
  }

  function ofField(node: FieldNode, parent: GraphQLCompositeType | undefined): Measure {
    const aliases = node.alias && node.alias.value !== node.name.value ? 1 : 0;
    if (!node.selectionSet) return { ...NOTHING, depth: 1, aliases };
    const field = fieldOf(parent, node.name.value);
    const type = field && getNamedType(field.type);
    const inner = ofSelections(node.selectionSet, isCompositeType(type) ? type : undefined);
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + aliases,
      directives: inner.directives,
      cost: (field ? lengthOf(field, parent, node, variables) : 1) * (inner.cost + 1),
    };
  }

  function compositeType(name: string): GraphQLCompositeType | undefined {
    const type = schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  const whole = ofSelections(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
  const writes = operation.operation === 'mutation' ? operation.selectionSet.selections.length : 0;
  return {
    ...whole,
    directives: whole.directives + (operation.directives?.length ?? 0),
    cost: whole.cost + writes * MUTATION,
  };
}

function together(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    cost: a.cost + b.cost,
  };
}

function fieldOf(
  parent: GraphQLCompositeType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return parent && 'getFields' in parent ? parent.getFields()[name] : undefined;
}

/**
 * How many objects a field may bring.
 * @throws BAD_USER_INPUT for a page that is not of 1 to 100
 */
function lengthOf(
  { type }: GraphQLField<unknown, unknown>,
  parent: GraphQLCompositeType | undefined,
  node: FieldNode,
  variables: Variables,
): number {
  const bare = isNonNullType(type) ? type.ofType : type;
  // The edges of a connection are the page that its own field has counted.
  if (isListType(bare) && parent?.name.endsWith('Connection')) return 1;
  if (isListType(bare)) return getNamedType(bare).name.startsWith('__') ? INTROSPECTION_LIST : LIST;
  if (!isObjectType(bare) || !bare.name.endsWith('Connection')) return 1;
  return pageSize(node, variables);
}

function pageSize(node: FieldNode, variables: Variables): number {
  for (const { name, value } of node.arguments ?? []) {
    if (name.value !== 'first' && name.value !== 'last') continue;
    const size =
      value.kind === Kind.VARIABLE ? variables[value.name.value] : value.kind === Kind.INT && value.value;
    if (size === undefined || size === null || size === false) continue;
    if (Number(size) >= 1 && Number(size) <= LARGEST_PAGE) return Number(size);
    throw badInput([
      { path: [node.name.value, name.value], message: `A page has 1 to ${LARGEST_PAGE} entries.` },
    ]);
  }
  return PAGE;
}

/** @throws TOO_COSTLY naming the limit that was passed and by how much. */
export function refuseTooMuch(measured: Measure): void {
  for (const what of ['depth', 'aliases', 'directives', 'cost'] as const) {
    if (measured[what] > LIMITS[what]) throw tooCostly(what, measured[what]);
  }
}

export function tooCostly(what: keyof typeof LIMITS, actual: number): CodedError {
  return new CodedError(
    'TOO_COSTLY',
    `This asks for too much: ${what} ${actual}, of ${LIMITS[what]} at most.`,
    {
      what,
      actual,
      limit: LIMITS[what],
      http: { status: 400 },
    },
  );
}
