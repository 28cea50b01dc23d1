import type { ObjectFieldsShape } from '@pothos/core';
import type { builder } from '../builder.ts';
import { type EventOf, mentorshipEvent } from '../mentorships/events.ts';
import { EndReasonEnum } from './schema.ts';

type Types = typeof builder.$inferSchemaTypes;
type OfMeeting<Payload> = Payload & { meetingId: string };

/** Makes the GraphQL type of something that happened in a meeting: its payload names it by `meetingId`. */
export function meetingEvent<Payload = unknown>(
  name: string,
  description: string,
  fields: ObjectFieldsShape<Types, EventOf<OfMeeting<Payload>>> = () => ({}),
) {
  return mentorshipEvent<OfMeeting<Payload>>(name, description, (t) => ({
    meeting: t.prismaField({
      type: 'Meeting',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.meeting.findUniqueOrThrow({ ...query, where: { id: payload.meetingId } }),
    }),
    ...fields(t),
  }));
}

type ByPerson = { personId: string };
type OfSegment = { segmentId: string };

/** The `person` of an event whose payload has a `personId`. */
export const personField = (t: EventFields<ByPerson>) =>
  t.prismaField({
    type: 'Person',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.person.findUniqueOrThrow({ ...query, where: { id: payload.personId } }),
  });

const segmentField = (t: EventFields<OfSegment>) =>
  t.prismaField({
    type: 'Segment',
    nullable: true,
    description: 'Null when it is not part of the meeting any more.',
    resolve: (query, { payload }, _args, { prisma }) =>
      prisma.segment.findUnique({ ...query, where: { id: payload.segmentId } }),
  });

/** What the fields of a meeting's event are made with. */
export type EventFields<Payload> = Parameters<ObjectFieldsShape<Types, EventOf<OfMeeting<Payload>>>>[0];

meetingEvent('MeetingPlanned', 'A meeting was proposed.');
meetingEvent('MeetingEdited', 'It was moved to another time or reworded.');
meetingEvent('MeetingConfirmed', 'The other side said yes to its time.');
meetingEvent<{ reason: string }>('MeetingCancelled', 'It will not take place.', (t) => ({
  reason: t.string({ resolve: ({ payload }) => payload.reason }),
}));
meetingEvent('MeetingMissed', 'It did not take place.');
meetingEvent<ByPerson & { gone: boolean }>(
  'PersonalTimeDropped',
  'Somebody said, or took back, that they can do without personal time.',
  (t) => ({
    person: personField(t),
    gone: t.boolean({
      description: 'Whether both have said so, and it is gone.',
      resolve: ({ payload }) => payload.gone,
    }),
  }),
);
meetingEvent<ByPerson & { preparation: { words: string; readyAt: string | null } }>(
  'PreparationChanged',
  'Somebody said how they prepared, or that they are ready.',
  (t) => ({
    person: personField(t),
    words: t.string({ resolve: ({ payload }) => payload.preparation.words }),
    readyAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Null while they are not ready.',
      resolve: ({ payload: { preparation } }) => (preparation.readyAt ? new Date(preparation.readyAt) : null),
    }),
  }),
);
meetingEvent('MeetingStarted', 'It is live; whoever started it leads.');
meetingEvent('MeetingStartUndone', 'It was started by accident and is planned as before.');
meetingEvent('MeetingInterrupted', 'The clock stands.');
meetingEvent('MeetingResumed', 'The clock runs again.');
meetingEvent<OfSegment>('SegmentEntered', 'The leader moved on, back or ahead.', (t) => ({
  segment: segmentField(t),
}));
meetingEvent<OfSegment & { minutes: number }>('SegmentExtended', 'A segment was given more time.', (t) => ({
  segment: segmentField(t),
  minutes: t.int({ description: 'What was added.', resolve: ({ payload }) => payload.minutes }),
}));
meetingEvent<ByPerson>('MoveOnAsked', 'The one who does not lead asks to move on.', (t) => ({
  person: personField(t),
}));
meetingEvent<ByPerson>('LeadHandedOver', 'The other one leads now.', (t) => ({ leader: personField(t) }));
meetingEvent<{ reason: 'BY_SOMEONE' | 'INACTIVITY' }>(
  'MeetingEnded',
  'It is over. What it carried came before, as events of its own.',
  (t) => ({ reason: t.field({ type: EndReasonEnum, resolve: ({ payload }) => payload.reason }) }),
);
meetingEvent('MeetingReopened', 'It goes on. What comes back from carrying follows as events of its own.');
meetingEvent('SummaryCorrected', 'Somebody corrected the record.');
