import type { Meeting } from '@belay/prisma/client';
import { inSections, type MeetingRecord, promiseInWords } from './record.ts';

const NOTHING = 'Nothing was written down to do.';

/**
 * The summary of a meeting that ends: who does what until when, which advice was taken, what is left for next time.
 * Words that somebody corrected before it was reopened stay, and what is there now follows them.
 */
export function summaryOf({ summary, summaryById }: Meeting, record: MeetingRecord): string {
  const written =
    inSections([
      {
        title: 'Agreed',
        lines: record.promises.map((promise) => `${promise.owner.name}: ${promiseInWords(promise)}`),
      },
      { title: 'Advice taken', lines: record.adviceTaken.map(({ text }) => text) },
      { title: 'Talked about', lines: record.discussed.map(({ title }) => title) },
      { title: 'Left for next time', lines: record.carried.map(({ title }) => title) },
    ]) || NOTHING;
  return summaryById === null ? written : `${summary}\n\nAfter it was reopened\n\n${written}`;
}
