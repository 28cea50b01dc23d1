import { getDatamodel, type default as PrismaTypes } from '@belay/prisma/pothos';
import SchemaBuilder from '@pothos/core';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import ValidationPlugin from '@pothos/plugin-validation';
import type { Context } from './context.ts';
import { badInput, type Fact, notFound, unauthenticated } from './platform/errors.ts';
import { addScalars } from './platform/scalars.ts';

/** Everything the schema is made with. Features add to it; `schema.ts` lists them. */
export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  Scalars: {
    ID: { Input: string; Output: string };
    DateTime: { Input: Date; Output: Date };
    Date: { Input: Date; Output: Date };
    Bytes: { Input: Uint8Array<ArrayBuffer>; Output: Uint8Array };
  };
  AuthScopes: { signedIn: boolean };
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
}>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, PrismaPlugin, RelayPlugin, ValidationPlugin],
  defaultFieldNullability: false,
  scopeAuth: {
    authScopes: (context) => ({ signedIn: context.viewer !== null }),
    // A type is guarded by whose it is; a field, by being signed in at all.
    unauthorizedError: (_parent, context) => (context.viewer ? notFound() : unauthenticated()),
    runScopesOnType: true,
    authorizeOnSubscribe: true,
  },
  errors: {
    defaultTypes: [],
    directResult: true,
    defaultUnionOptions: {
      name: ({ fieldName }) => `${fieldName[0]?.toUpperCase()}${fieldName.slice(1)}Result`,
    },
  },
  prisma: {
    client: (context) => context.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    maxConnectionSize: 100,
    defaultConnectionSize: 20,
  },
  relay: {
    clientMutationId: 'omit',
    cursorType: 'String',
    edgesFieldOptions: { nullable: false },
    nodeFieldOptions: { nullable: false },
    nodeQueryOptions: false,
    nodesQueryOptions: false,
  },
  validation: {
    validationError: ({ issues }) =>
      badInput(
        issues.map(({ path, message }) => ({
          path: (path ?? []).map((step) => (typeof step === 'object' ? String(step.key) : String(step))),
          message,
        })),
      ),
  },
});

addScalars(builder);
builder.queryType({});
builder.mutationType({ authScopes: { signedIn: true } });
builder.subscriptionType({ authScopes: { signedIn: true } });

export const NodeInterface = builder.interfaceRef<{ id: string; __typename?: string }>('Node').implement({
  description: 'Anything with an id. Ids are opaque.',
  resolveType: (value) => value.__typename,
  fields: (t) => ({ id: t.exposeID('id') }),
});

export const FactInterface = builder.interfaceRef<Fact>('Fact').implement({
  description: 'A fact that stood in the way. Nothing was changed.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'What is the matter, and what to do.' }),
  }),
});
