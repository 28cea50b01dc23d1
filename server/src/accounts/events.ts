import type { ObjectFieldsShape } from '@pothos/core';
import { builder } from '../builder.ts';
import { requireViewer } from '../context.ts';
import type { StoredEvent } from '../platform/stream.ts';
import { isOwn } from './policy.ts';
import { ViewerRef } from './schema.ts';

type Types = typeof builder.$inferSchemaTypes;

/** Everything that happens to one person alone; each feature defines its own types of it with `viewerEvent`. */
export const ViewerEventInterface = builder.interfaceRef<StoredEvent>('ViewerEvent').implement({
  description: 'Something that happened to the viewer alone.',
  resolveType: (event) => event.type,
  fields: (t) => ({
    id: t.exposeID('id'),
    seq: t.exposeInt('seq'),
    at: t.expose('at', { type: 'DateTime' }),
    opId: t.string({
      nullable: true,
      description: 'Your own name for the write; null when it was not yours, or had none.',
      resolve: ({ actorId, opId }, _args, { viewer }) => (viewer?.personId === actorId ? opId : null),
    }),
  }),
});

/** Makes the GraphQL type of one kind of event in a person's own stream: its fields are resolved from its payload. */
export function viewerEvent<Payload>(
  name: string,
  description: string,
  fields: ObjectFieldsShape<Types, Omit<StoredEvent, 'payload'> & { payload: Payload }>,
) {
  return builder.objectType(builder.objectRef<StoredEvent>(name), {
    description,
    interfaces: [ViewerEventInterface],
    authScopes: (event, context) => isOwn(context, event.streamId),
    // The row's `type` chose this GraphQL type, and with it what its payload holds.
    fields: fields as unknown as ObjectFieldsShape<Types, StoredEvent>,
  });
}

viewerEvent<Record<string, never>>('CredentialsChanged', 'A session or a token began or ended.', (t) => ({
  viewer: t.field({ type: ViewerRef, resolve: (_event, _args, context) => requireViewer(context) }),
}));

builder.subscriptionField('viewerEvents', (t) =>
  t.field({
    type: ViewerEventInterface,
    description: 'What happens to you alone; `after` as in `mentorshipEvents`.',
    args: { after: t.arg.int() },
    subscribe: (_root, { after }, context) =>
      context.streams.follow(requireViewer(context).personId, after ?? null, context.signal),
    resolve: (event) => event,
  }),
);
