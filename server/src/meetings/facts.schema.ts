import { builder, FactInterface } from '../builder.ts';
import {
  AnotherMeetingIsLive,
  MeetingNotInState,
  NothingToTalkAbout,
  NotTheLeader,
  NotYourPart,
  TooLate,
} from './errors.ts';

for (const [fact, description] of [
  [MeetingNotInState, 'The meeting is in a state in which this cannot be done.'],
  [NothingToTalkAbout, 'A meeting needs an objective or an agenda item before it starts.'],
  [AnotherMeetingIsLive, 'One meeting of a mentorship goes on at a time; this is the one.'],
] as const) {
  builder.objectType(fact, {
    name: fact.name,
    description,
    interfaces: [FactInterface],
    fields: (t) => ({
      meeting: t.prismaField({
        type: 'Meeting',
        resolve: (query, { meetingId }, _args, { prisma }) =>
          prisma.meeting.findUniqueOrThrow({ ...query, where: { id: meetingId } }),
      }),
    }),
  });
}

builder.objectType(NotYourPart, {
  name: 'NotYourPart',
  description: 'This is for the other one of the two to do.',
  interfaces: [FactInterface],
});

builder.objectType(NotTheLeader, {
  name: 'NotTheLeader',
  description: 'The one who leads moves the meeting on; ask to.',
  interfaces: [FactInterface],
  fields: (t) => ({
    leader: t.prismaField({
      type: 'Person',
      resolve: (query, { leaderId }, _args, { prisma }) =>
        prisma.person.findUniqueOrThrow({ ...query, where: { id: leaderId } }),
    }),
  }),
});

builder.objectType(TooLate, {
  name: 'TooLate',
  description: 'The time to do this has passed.',
  interfaces: [FactInterface],
  fields: (t) => ({ until: t.expose('until', { type: 'DateTime' }) }),
});
