import { uuidv7 } from 'uuidv7';
import { type Context, requireViewer } from '../context.ts';
import { ownMentorship } from '../mentorships/policy.ts';
import { badInput, notFound } from '../platform/errors.ts';
import { Outdated } from '../platform/facts.ts';
import { type Tx, transaction } from '../platform/transaction.ts';

export type SavePrivateNote = { meetingId: string; version: number; text: string; opId?: string | null };

/**
 * Saves the viewer's own notes of a meeting, whatever its state. Nothing of it touches what the two share; it is
 * recorded in the viewer's own stream, without its words.
 */
export function savePrivateNote(
  context: Context,
  input: SavePrivateNote,
): Promise<{ meetingId: string; noteId: string }> {
  const { personId } = requireViewer(context);
  return transaction(
    context,
    { actorId: personId, name: 'savePrivateNote', input },
    async ({ tx, now, lock, record }) => {
      await requireOwn(tx, personId, input.meetingId);
      await lock(personId);
      const key = { meetingId: input.meetingId, ownerId: personId };
      const where = { meetingId_ownerId: key };
      const before = await tx.privateNote.findUnique({ where, select: { id: true, version: true } });
      if (!before && input.version !== 0) {
        throw badInput([{ path: ['input', 'version'], message: 'There is no note yet: name version 0.' }]);
      }
      if (before && before.version !== input.version) throw outdated(before.id);

      const data = { text: input.text, updatedAt: now };
      const { id, version } = await tx.privateNote.upsert({
        where,
        create: { id: uuidv7(), ...key, ...data },
        update: { ...data, version: { increment: 1 } },
      });
      await record({
        streamId: personId,
        type: 'PrivateNoteSaved',
        payload: { meetingId: input.meetingId, noteId: id, version },
      });
      return { meetingId: input.meetingId, noteId: id };
    },
  );
}

/** @throws NOT_FOUND unless the meeting is one of the viewer's */
async function requireOwn(tx: Tx, personId: string, meetingId: string): Promise<void> {
  const meeting = await tx.meeting.findUnique({ where: { id: meetingId }, select: { mentorshipId: true } });
  if (!meeting) throw notFound();
  await ownMentorship(tx, personId, { id: meeting.mentorshipId });
}

const outdated = (id: string) =>
  new Outdated('PrivateNote', (prisma) => prisma.privateNote.findUniqueOrThrow({ where: { id } }));
