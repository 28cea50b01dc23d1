import type { ObjectFieldsShape } from '@pothos/core';
import { builder } from '../builder.ts';
import { notFound } from '../platform/errors.ts';
import type { StoredEvent } from '../platform/stream.ts';
import { takesPart } from './policy.ts';

type Types = typeof builder.$inferSchemaTypes;

/** An event as it is stored, with the payload that its type has. */
export type EventOf<Payload> = Omit<StoredEvent, 'payload'> & { payload: Payload };

/** Everything that happens in a mentorship; each feature defines its own types of it with `mentorshipEvent`. */
export const MentorshipEventInterface = builder.interfaceRef<StoredEvent>('MentorshipEvent').implement({
  description: 'Something that happened in a mentorship. `seq` has no gaps; `id` tells repeats.',
  resolveType: (event) => event.type,
  fields: (t) => ({
    id: t.exposeID('id'),
    seq: t.exposeInt('seq'),
    at: t.expose('at', { type: 'DateTime' }),
    actor: t.prismaField({
      type: 'Person',
      nullable: true,
      description: 'Who did it; null when time did.',
      resolve: (query, { actorId }, _args, { prisma }) =>
        actorId ? prisma.person.findUnique({ ...query, where: { id: actorId } }) : null,
    }),
    opId: t.string({
      nullable: true,
      description: 'Your own name for the write; null when it was not yours, or had none.',
      resolve: ({ actorId, opId }, _args, { viewer }) => (viewer?.personId === actorId ? opId : null),
    }),
  }),
});

/** Makes the GraphQL type of one kind of event in a mentorship: its fields are resolved from its payload. */
export function mentorshipEvent<Payload>(
  name: string,
  description: string,
  fields: ObjectFieldsShape<Types, EventOf<Payload>>,
) {
  return builder.objectType(builder.objectRef<StoredEvent>(name), {
    description,
    interfaces: [MentorshipEventInterface],
    authScopes: (event, context) => takesPart(context, event.streamId),
    // The row's `type` chose this GraphQL type, and with it what its payload holds.
    fields: fields as unknown as ObjectFieldsShape<Types, StoredEvent>,
  });
}

mentorshipEvent<{ mentorshipId: string }>('MentorshipOpened', 'The two have begun.', (t) => ({
  mentorship: t.prismaField({
    type: 'Mentorship',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.mentorship.findUniqueOrThrow({ ...query, where: { id: payload.mentorshipId } }),
  }),
}));

builder.subscriptionField('mentorshipEvents', (t) =>
  t.field({
    type: MentorshipEventInterface,
    description:
      'At least once, in `seq` order, from after `after` (left out: from now on). Resume with the last `seq` you saw. ' +
      'An `after` older than what is kept (30 days), or ahead of the stream, is RESYNC_REQUIRED.',
    args: { mentorshipId: t.arg.id({ required: true }), after: t.arg.int() },
    subscribe: async (_root, { mentorshipId, after }, context) => {
      if (!(await takesPart(context, mentorshipId))) throw notFound();
      return context.streams.follow(mentorshipId, after ?? null, context.signal);
    },
    resolve: (event) => event,
  }),
);
