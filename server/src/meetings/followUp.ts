import type { Meeting, Person } from '@belay/prisma/client';
import { later } from '../platform/clock.ts';
import type { Write } from '../platform/transaction.ts';
import { nextPlanned } from './carrying.ts';
import { REOPEN_WINDOW } from './limits.ts';
import { inSections, type MeetingRecord, momentInWords, promiseInWords } from './record.ts';

type Reader = Pick<Person, 'id' | 'name' | 'email' | 'zone'>;
type FollowUp = { meeting: Meeting; record: MeetingRecord; reader: Reader; other: Reader; publicUrl: string };

/** Mails one of the two what came of a meeting, in their own zone and with their own promises first. */
export async function mailFollowUp(write: Write, followUp: FollowUp): Promise<void> {
  const { meeting, reader, other } = followUp;
  const next = await nextPlanned(write.tx, meeting.mentorshipId, write.now);
  await write.enqueue({
    kind: 'mail',
    payload: {
      to: reader.email,
      subject: `Your meeting with ${other.name}: what you agreed`,
      text: textOf(followUp, next),
    },
  });
}

function textOf({ meeting, record, reader, other, publicUrl }: FollowUp, next: Meeting | null): string {
  const promisesOf = ({ id }: Reader) =>
    record.promises.filter(({ ownerId }) => ownerId === id).map(promiseInWords);
  const agreed = inSections([
    { title: 'What you promised', lines: promisesOf(reader) },
    { title: `What ${other.name} promised`, lines: promisesOf(other) },
    { title: 'Advice that was taken', lines: record.adviceTaken.map(({ text }) => text) },
    { title: 'Left for next time', lines: record.carried.map(({ title }) => title) },
  ]);
  const when = (at: Date) => `${momentInWords(at, reader.zone)} (${reader.zone})`;
  return [
    `Hello ${reader.name},`,
    `you met ${other.name} on ${when(meeting.startedAt ?? meeting.startsAt)}.`,
    meeting.endReason === 'INACTIVITY' && meeting.endedAt
      ? `Nobody did anything in the meeting for half an hour, so it ended by itself. If you are still at it, open it again until ${when(later(meeting.endedAt, REOPEN_WINDOW))}.`
      : '',
    agreed || 'Nothing was written down to do.',
    next ? `You meet next on ${when(next.startsAt)}.` : 'Your next meeting is not planned yet.',
    `The record, which both of you can correct:\n${publicUrl}/meetings/${meeting.id}`,
    'Belay',
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}
