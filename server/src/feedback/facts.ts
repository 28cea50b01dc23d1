import type { Exchange, ExchangeEntry, Moment, Pulse, UsefulnessMark } from '@belay/prisma/client';
import { ratingsOf } from './principles.ts';

/*
 * What events carry: a row's after-values as plain JSON, under the row's name. To fold the streams, take the newest
 * `moment` and `exchange` of each id, and every `pulse` and `mark`. An exchange closes 48 hours after its meeting
 * ended; an entry is carried by the event that opens it to both, and never before.
 */

export const pulseFacts = (pulse: Pulse) => ({ ...pulse, at: pulse.at.toISOString() });
export const markFacts = (mark: UsefulnessMark) => ({ ...mark, at: mark.at.toISOString() });
export const momentFacts = (moment: Moment) => ({ ...moment, at: moment.at.toISOString() });

export const exchangeFacts = ({ id, meetingId, state, openedAt, revealedAt }: Exchange) => ({
  id,
  meetingId,
  state,
  openedAt: openedAt.toISOString(),
  revealedAt: revealedAt?.toISOString() ?? null,
});

export const entryFacts = (entry: ExchangeEntry) => ({
  authorId: entry.authorId,
  side: entry.side,
  helped: entry.helped,
  change: entry.change,
  strength: entry.strength,
  ratings: ratingsOf(entry),
  version: entry.version,
});
