import type { MeetingNotes } from '@belay/prisma/client';
import { viewerEvent } from '../accounts/events.ts';
import { isOwn } from '../accounts/policy.ts';
import { builder, FactInterface, NodeInterface } from '../builder.ts';
import { requireViewer } from '../context.ts';
import { MentorshipNotActive } from '../mentorships/errors.ts';
import { takesPart } from '../mentorships/policy.ts';
import { Outdated } from '../platform/facts.ts';
import { contentWords, notesUpdate, noteVersion } from './contentLimits.ts';
import { editNotes, NotesTooLong } from './editNotes.ts';
import { MeetingNotInState } from './errors.ts';
import { meetingEvent } from './events.ts';
import { emptyNotes } from './notesDocument.ts';
import { meetingOutput } from './outputs.ts';
import { savePrivateNote } from './savePrivateNote.ts';

/** The notes of a meeting, written or not. */
type Notes = { id: string; mentorshipId: string; written: MeetingNotes | null };

const NotesRef = builder.objectRef<Notes>('MeetingNotes').implement({
  description: 'What both type at once: one Yjs document whose text is named `notes`.',
  interfaces: [NodeInterface],
  authScopes: ({ mentorshipId }, context) => takesPart(context, mentorshipId),
  fields: (t) => ({
    state: t.field({
      type: 'Bytes',
      description: 'The whole document as one Yjs update; of deleted text only the place is kept.',
      resolve: ({ written }) => written?.state ?? emptyNotes(),
    }),
    text: t.string({ description: 'As plain text.', resolve: ({ written }) => written?.text ?? '' }),
    updatedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Null while nobody has written anything.',
      resolve: ({ written }) => written?.updatedAt ?? null,
    }),
  }),
});

builder.prismaObject('PrivateNote', {
  description: 'Notes for oneself: their owner alone reads them, everywhere.',
  interfaces: [NodeInterface],
  authScopes: (note, context) => isOwn(context, note.ownerId),
  select: { id: true, ownerId: true },
  fields: (t) => ({
    text: t.exposeString('text'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
    version: t.exposeInt('version', { description: 'Name it when you save the note again.' }),
  }),
});

builder.prismaObjectFields('Meeting', (t) => ({
  notes: t.field({
    type: NotesRef,
    description: 'The notes of both. Load `state`, then apply the `update` of each NotesEdited.',
    select: { id: true, mentorshipId: true, notes: true },
    resolve: ({ id, mentorshipId, notes }) => ({ id, mentorshipId, written: notes }),
  }),
  privateNote: t.prismaField({
    type: 'PrivateNote',
    nullable: true,
    description: 'Your own; nobody else reads it. Null while you have written none.',
    select: { id: true },
    resolve: (query, { id }, _args, context) => {
      const { personId } = requireViewer(context);
      return context.prisma.privateNote.findUnique({
        ...query,
        where: { meetingId_ownerId: { meetingId: id, ownerId: personId } },
      });
    },
  }),
}));

meetingEvent<{ update: string }>('NotesEdited', 'Somebody typed into the notes of both.', (t) => ({
  update: t.field({
    type: 'Bytes',
    description: 'What was new, as a Yjs update; applying it twice does no harm.',
    resolve: ({ payload }) => Buffer.from(payload.update, 'base64'),
  }),
}));

viewerEvent<{ meetingId: string; noteId: string }>(
  'PrivateNoteSaved',
  'You saved your own notes of a meeting.',
  (t) => ({
    meeting: t.prismaField({
      type: 'Meeting',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.meeting.findUniqueOrThrow({ ...query, where: { id: payload.meetingId } }),
    }),
    note: t.prismaField({
      type: 'PrivateNote',
      resolve: (query, { payload }, _args, { prisma }) =>
        prisma.privateNote.findUniqueOrThrow({ ...query, where: { id: payload.noteId } }),
    }),
  }),
);

builder.objectType(NotesTooLong, {
  name: 'NotesTooLong',
  description: 'The notes would be longer than they may be, or in too many pieces.',
  interfaces: [FactInterface],
  fields: (t) => ({ limit: t.exposeInt('limit', { description: 'Characters.' }) }),
});

builder.relayMutationField(
  'editNotes',
  {
    inputFields: (t) => ({
      meetingId: t.id({ required: true }),
      update: t.field({
        type: 'Bytes',
        required: true,
        validate: notesUpdate,
        description: 'A Yjs update (version 1) of at most 65,536 bytes and 1,000 pieces.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Merges a Yjs update into the notes of both: plain text in the one text `notes`. Before and during the meeting, ' +
      'and until 15 minutes after its end. Recorded as NotesEdited; nothing changes when all of it was known. ' +
      'BAD_USER_INPUT when it is malformed, holds anything but plain text, or builds on something the server never saw; ' +
      'NotesTooLong beyond 20,000 characters; MeetingNotInState; MentorshipNotActive; NOT_FOUND when the meeting is not ' +
      'yours.',
    errors: { types: [MeetingNotInState, MentorshipNotActive, NotesTooLong] },
    resolve: (_root, { input }, context) => editNotes(context, input),
  },
  {
    outputFields: (t) => ({
      notes: t.field({
        type: NotesRef,
        resolve: async ({ meetingId }, _args, { prisma }) => {
          const select = { mentorshipId: true, notes: true };
          const meeting = await prisma.meeting.findUniqueOrThrow({ where: { id: meetingId }, select });
          return { id: meetingId, mentorshipId: meeting.mentorshipId, written: meeting.notes };
        },
      }),
    }),
  },
);

builder.relayMutationField(
  'savePrivateNote',
  {
    inputFields: (t) => ({
      meetingId: t.id({ required: true }),
      version: t.int({
        required: true,
        validate: noteVersion,
        description: 'The `PrivateNote.version` you are changing; 0 while there is none.',
      }),
      text: t.string({
        required: true,
        validate: contentWords.privateNote,
        description: 'At most 20,000 characters; kept as it is.',
      }),
      opId: t.string(),
    }),
  },
  {
    description:
      'Saves your own notes of a meeting, in any state; nobody else reads them or learns of them. Recorded as ' +
      'PrivateNoteSaved in your own stream. Outdated when you name an old version; BAD_USER_INPUT when it is too long, or ' +
      'names a version while there is none; NOT_FOUND when the meeting is not yours.',
    errors: { types: [Outdated] },
    resolve: (_root, { input }, context) => savePrivateNote(context, input),
  },
  {
    outputFields: (t) => ({
      ...meetingOutput(t),
      note: t.prismaField({
        type: 'PrivateNote',
        resolve: (query, { noteId }, _args, { prisma }) =>
          prisma.privateNote.findUniqueOrThrow({ ...query, where: { id: noteId } }),
      }),
    }),
  },
);
