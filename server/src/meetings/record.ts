import type { ActionItem, Advice, AgendaItem, Meeting } from '@belay/prisma/client';
import type { Tx } from '../platform/transaction.ts';

type Named = { id: string; name: string };

/** What a meeting came to: what its summary and its follow-up say. */
export type MeetingRecord = {
  promises: (ActionItem & { owner: Named })[];
  adviceTaken: Advice[];
  carried: AgendaItem[];
  discussed: AgendaItem[];
};

/** Reads what was agreed in a meeting, oldest first. */
export async function readRecord(tx: Tx, meeting: Meeting, people: Named[]): Promise<MeetingRecord> {
  const ofMeeting = { meetingId: meeting.id };
  const [promises, adviceTaken, agenda] = [
    await tx.actionItem.findMany({ where: { ...ofMeeting, state: 'OPEN' }, orderBy: { id: 'asc' } }),
    await tx.advice.findMany({ where: { ...ofMeeting, state: 'TAKEN' }, orderBy: { id: 'asc' } }),
    await tx.agendaItem.findMany({
      where: { ...ofMeeting, state: { in: ['CARRIED', 'DISCUSSED'] } },
      orderBy: { position: 'asc' },
    }),
  ];
  return {
    promises: promises.flatMap((promise) => {
      const owner = people.find(({ id }) => id === promise.ownerId);
      return owner ? [{ ...promise, owner }] : [];
    }),
    adviceTaken,
    carried: agenda.filter(({ state }) => state === 'CARRIED'),
    discussed: agenda.filter(({ state }) => state === 'DISCUSSED'),
  };
}

type Section = { title: string; lines: string[] };

/** Titles and their lines as plain text; a title without lines is left out. */
export function inSections(sections: Section[]): string {
  return sections
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n'))
    .join('\n\n');
}

/** "write the abstract, by Friday 5 December 2026" */
export const promiseInWords = ({ title, dueOn }: Pick<ActionItem, 'title' | 'dueOn'>) =>
  dueOn ? `${title}, by ${dayInWords(dueOn)}` : title;

const dayInWords = (day: Date) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(day);

/** "Friday 5 December 2026 at 14:05", by the clocks of a zone. */
export const momentInWords = (at: Date, zone: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(at);
