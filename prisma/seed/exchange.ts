import type { Exchange, ExchangeEntry, Job, Meeting, Side } from '../generated/client/client.ts';
import type { Random } from './random.ts';
import { type Pair, personOf, SIDES } from './tale.ts';
import { DAY, daysAfter, minutesAfter } from './time.ts';

/** How long an exchange can be sealed, in days after the meeting's end. */
const WINDOW = 2;

const PRINCIPLES = [
  'respect',
  'openness',
  'responsibility',
  'trust',
  'appreciation',
  'mutualBenefit',
] as const;

/** The exchange of a meeting that has ended: revealed, closed with one part or none, or waiting for whoever is left. */
export function tellExchange(
  pair: Pair,
  meeting: Meeting,
  openedAt: Date,
  sides = whoSeals(pair.random),
): void {
  const { rows, random, now } = pair;
  const endedAt = meeting.endedAt ?? openedAt;
  const closesAt = daysAfter(endedAt, WINDOW);
  const isOpen = closesAt > now;
  const exchange = rows.add('exchange', {
    id: random.id(openedAt),
    meetingId: meeting.id,
    state: isOpen ? 'OPEN' : 'CLOSED',
    openedAt,
    closesAt,
    revealedAt: null,
  });
  record(pair, meeting, exchange, 'ExchangeOpened', openedAt, meeting.leaderId);

  const entries = sides.map((side, index) => {
    const sealedAt = minutesAfter(endedAt, index === 0 ? random.int(-4, 20) : random.int(21, 600));
    return sealPart(pair, exchange, side, sealedAt < now ? sealedAt : minutesAfter(now, -1));
  });
  const [, last] = entries;
  if (last?.sealedAt) {
    exchange.state = 'REVEALED';
    exchange.revealedAt = last.sealedAt;
    const parts = () => ({ entries });
    record(pair, meeting, exchange, 'ExchangeRevealed', last.sealedAt, last.authorId, parts);
  } else if (isOpen) {
    rows.add('job', closingJob(random, { meetingId: meeting.id, runAt: closesAt, now }));
  } else {
    record(pair, meeting, exchange, 'ExchangeClosed', closesAt, null);
  }
}

/** Mostly both; sometimes one, or none. */
function whoSeals(random: Random): Side[] {
  const sides = random.shuffle(SIDES);
  return random.chance(0.78) ? sides : sides.slice(0, random.int(0, 1));
}

type Closing = { meetingId: string; runAt: Date; now: Date };

/** The server closes it when its time is over. */
export const closingJob = (random: Random, { meetingId, runAt, now }: Closing): Job => ({
  id: random.id(now),
  kind: 'closeExchange',
  payload: { meetingId },
  runAt,
  attempts: 0,
  lockedUntil: null,
  lastError: null,
  failedAt: null,
  createdAt: now,
});

function record(
  { events }: Pair,
  meeting: Meeting,
  exchange: Exchange,
  type: string,
  at: Date,
  actorId: string | null,
  more: () => object = () => ({}),
): void {
  const payload = () => ({ meetingId: meeting.id, exchange, ...more() });
  events.add(meeting.mentorshipId, at, type, actorId, payload);
}

/** One side's part: ratings that rise over the year, not in a straight line. */
function sealPart(pair: Pair, exchange: Exchange, side: Side, sealedAt: Date): ExchangeEntry {
  const { rows, random, events, decks, mentorship } = pair;
  const author = personOf(pair, side);
  const months = (exchange.openedAt.getTime() - mentorship.startedAt.getTime()) / (30 * DAY);
  const mood = 2.9 + Math.min(1.6, months * 0.17) + random.next() * 0.7;
  const rated = PRINCIPLES.map((principle, index) => {
    const wave = Math.sin(months * 0.9 + index * 1.7 + SIDES.indexOf(side)) * 0.7;
    return [principle, Math.min(5, Math.max(1, Math.round(mood + wave)))] as const;
  });
  const ratings = Object.fromEntries(rated) as Record<(typeof PRINCIPLES)[number], number>;
  const entry = rows.add('exchange_entry', {
    exchangeId: exchange.id,
    authorId: author.id,
    side,
    helped: decks.helped.draw(),
    change: decks.change.draw(),
    strength: decks.strength.draw(),
    ...ratings,
    sealedAt,
    version: 1,
  });
  const { id: exchangeId, meetingId } = exchange;
  const payload = () => ({ exchangeId, meetingId, version: 1 });
  events.add(author.id, sealedAt, 'ExchangeSealed', author.id, payload);
  return entry;
}
