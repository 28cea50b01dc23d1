import { type Context, requireViewer } from '../context.ts';
import { requireActive } from '../mentorships/policy.ts';
import { later } from '../platform/clock.ts';
import { badInput, Fact } from '../platform/errors.ts';
import { transaction } from '../platform/transaction.ts';
import { MeetingNotInState } from './errors.ts';
import { REOPEN_WINDOW } from './limits.ts';
import { MAX_NOTES, type MergedNotes, mergeNotes, NotesOverflow, UnusableUpdate } from './notesDocument.ts';
import { LIVE, type OwnMeeting, ownMeeting, PLANNED, requireState, touch } from './policy.ts';

/** The notes are full. */
export class NotesTooLong extends Fact {
  readonly limit = MAX_NOTES;
  constructor() {
    super('The notes would be too long. Shorten them, or keep the rest in your own notes.');
  }
}

export type EditNotes = { meetingId: string; update: Uint8Array; opId?: string | null };

/** Merges what somebody typed into the notes of both; what is known already changes nothing. */
export function editNotes(context: Context, input: EditNotes): Promise<{ meetingId: string }> {
  const { personId } = requireViewer(context);
  const known = { ...input, update: Buffer.from(input.update).toString('base64') };
  return transaction(context, { actorId: personId, name: 'editNotes', input: known }, async (write) => {
    const { tx, now, record } = write;
    const meeting = await ownMeeting(write, personId, { id: input.meetingId });
    requireWritable(meeting, now);
    const { id: meetingId } = meeting;
    const before = await tx.meetingNotes.findUnique({ where: { meetingId }, select: { state: true } });
    const merged = merge(before?.state ?? null, input.update);
    if (!merged) return { meetingId };

    const { state, text, change } = merged;
    const data = { state, text, updatedAt: now };
    await tx.meetingNotes.upsert({ where: { meetingId }, create: { meetingId, ...data }, update: data });
    await touch(tx, meeting, now);
    await record({
      streamId: meeting.mentorshipId,
      type: 'NotesEdited',
      payload: { meetingId, update: Buffer.from(change).toString('base64') },
    });
    return { meetingId };
  });
}

/**
 * Notes are written before and during a meeting, and for as long after it as it may be reopened: what was typed
 * without a connection still finds its place.
 */
function requireWritable(meeting: OwnMeeting, now: Date): void {
  requireActive(meeting.mentorship);
  const { state, endedAt } = meeting;
  requireState(meeting, [...PLANNED, ...LIVE, 'ENDED']);
  if (state !== 'ENDED') return;
  if (!endedAt || later(endedAt, REOPEN_WINDOW) < now) throw new MeetingNotInState(meeting);
}

function merge(state: Uint8Array | null, update: Uint8Array): MergedNotes | null {
  try {
    return mergeNotes(state, update);
  } catch (error) {
    if (error instanceof NotesOverflow) throw new NotesTooLong();
    if (!(error instanceof UnusableUpdate)) throw error;
    throw badInput([{ path: ['input', 'update'], message: error.message }]);
  }
}
