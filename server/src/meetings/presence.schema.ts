import { builder } from '../builder.ts';
import { takesPart } from '../mentorships/policy.ts';
import type { Present } from '../platform/presence.ts';
import { cursorText } from './contentLimits.ts';
import { findRoom, followRoom, type RoomPresence } from './followRoom.ts';
import { type Doing, showPresence } from './showPresence.ts';

export const DoingEnum = builder.enumType('Doing', {
  description: 'What somebody in the room is doing.',
  values: ['READING', 'TALKING', 'WRITING_AGENDA', 'WRITING_NOTES', 'WRITING_EXCHANGE'] as const,
});

const PersonPresentRef = builder.objectRef<Present & { mentorshipId: string }>('PersonPresent').implement({
  authScopes: ({ mentorshipId }, context) => takesPart(context, mentorshipId),
  fields: (t) => ({
    person: t.prismaField({
      type: 'Person',
      resolve: (query, { personId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: personId } }),
    }),
    // Nothing but this enum's words is ever shown in a meeting's room.
    doing: t.field({ type: DoingEnum, resolve: ({ doing }) => doing as Doing }),
    cursor: t.exposeString('cursor', {
      nullable: true,
      description:
        'A selection in the shared notes, as its client wrote it: opaque to the server, and our pages write a JSON array ' +
        'of two Yjs relative positions in base64, anchor and head. Null when it is not in them.',
    }),
    since: t.expose('since', { type: 'DateTime' }),
  }),
});

const PresenceRef = builder.objectRef<RoomPresence>('Presence').implement({
  description: 'Who is in the room of a meeting right now.',
  authScopes: ({ mentorshipId }, context) => takesPart(context, mentorshipId),
  fields: (t) => ({
    meetingId: t.exposeID('meetingId'),
    people: t.field({
      type: [PersonPresentRef],
      description: 'One entry a person, however many windows they have open.',
      resolve: ({ mentorshipId, people }) => people.map((person) => ({ ...person, mentorshipId })),
    }),
  }),
});

builder.subscriptionField('presence', (t) =>
  t.field({
    type: PresenceRef,
    description:
      'Who is in the room: how it is now, then whenever it changes. Lossy: the newest state, never a history. ' +
      'NOT_FOUND when the meeting is not yours.',
    args: { meetingId: t.arg.id({ required: true }) },
    subscribe: (_root, { meetingId }, context) => followRoom(context, meetingId),
    resolve: async (people, { meetingId }, context) => ({
      meetingId,
      people,
      ...(await findRoom(context, meetingId)),
    }),
  }),
);

builder.relayMutationField(
  'showPresence',
  {
    inputFields: (t) => ({
      meetingId: t.id({ required: true }),
      doing: t.field({ type: DoingEnum, required: true }),
      cursor: t.string({ validate: cursorText, description: 'At most 2,048 bytes; opaque to the server.' }),
    }),
  },
  {
    description:
      'Says that you are in the room and what you do; it fades 20 seconds after the last time. Lossy, not an event. ' +
      'RATE_LIMITED beyond 30 a second; BAD_USER_INPUT when the cursor is too long; NOT_FOUND when the meeting is not ' +
      'yours.',
    errors: { types: [] },
    resolve: (_root, { input }, context) => showPresence(context, input),
  },
  { outputFields: (t) => ({ presence: t.field({ type: PresenceRef, resolve: (presence) => presence }) }) },
);
