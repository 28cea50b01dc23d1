import type { Meeting, Prisma, PrismaClient } from '../generated/client/client.ts';
import { CASTINGS } from './cast.ts';
import { emailOf, MAIN } from './demoPeople.ts';
import { Events } from './events.ts';
import { closingJob } from './exchange.ts';
import { tellLiveMeeting } from './liveMeeting.ts';
import { Random } from './random.ts';
import { Rows } from './rows.ts';
import { decksOf, type Pair } from './tale.ts';
import { daysAfter, minutesAfter } from './time.ts';
import { THEMES } from './words/themes.ts';

/** A live meeting that began longer ago, in minutes, is not fresh any more. */
const FRESH = 50;
/** Somebody did something in it as few minutes ago as that: it is theirs, however long it goes on. */
const IN_USE = 10;

/**
 * Makes sure that the two main people of the sample story have a meeting that began a few minutes ago. One that has
 * gone on for too long is ended first, as by inactivity, and what it left open waits for the new one. Does nothing when
 * the story is not there or has taken another turn.
 */
export async function refreshLiveMeeting(prisma: PrismaClient, now: Date): Promise<void> {
  const mentorship = await prisma.mentorship.findFirst({
    where: {
      state: 'ACTIVE',
      mentor: { email: emailOf(MAIN.mentor) },
      mentee: { email: emailOf(MAIN.mentee) },
    },
    include: { mentor: true, mentee: true, goals: true },
  });
  if (!mentorship) return;
  await prisma.$transaction(async (tx) => {
    const { mentor, mentee, goals, ...row } = mentorship;
    const seq = await lockStream(tx, row.id);
    const live = await tx.meeting.findFirst({
      where: { mentorshipId: row.id, state: { in: ['LIVE', 'INTERRUPTED', 'WRAPPING'] } },
    });
    if (live?.startedAt && live.startedAt > minutesAfter(now, -FRESH)) return;
    if (live?.lastActivityAt && live.lastActivityAt > minutesAfter(now, -IN_USE)) return;

    const tale = { rows: new Rows(), events: new Events(now), random: new Random(now.getTime()), now };
    const themes = CASTINGS[0]?.themes.flatMap((index) => THEMES[index] ?? []) ?? [];
    const decks = decksOf(tale.random, themes);
    const pair: Pair = { ...tale, mentorship: row, mentor, mentee, goals, carried: [], promises: [], decks };
    if (live) await endStale(tx, pair, live);
    pair.carried = await tx.agendaItem.findMany({
      where: { meeting: { mentorshipId: row.id }, state: 'CARRIED', carriedTo: null },
    });
    tellLiveMeeting(pair);
    const heads = await headsOf(tx, [row.id, mentor.id, mentee.id]);
    const grown = pair.events.toRows(pair.rows, pair.random, heads.set(row.id, seq));
    await pair.rows.write(tx);
    for (const [id, head] of grown) await tx.stream.update({ where: { id }, data: { seq: head } });
  });
}

async function lockStream(tx: Prisma.TransactionClient, id: string): Promise<number> {
  const { seq } = await tx.stream.upsert({ where: { id }, create: { id, seq: 0 }, update: { id } });
  return seq;
}

async function headsOf(tx: Prisma.TransactionClient, ids: string[]): Promise<Map<string, number>> {
  const streams = await tx.stream.findMany({ where: { id: { in: ids } } });
  return new Map(streams.map(({ id, seq }) => [id, seq]));
}

async function endStale(tx: Prisma.TransactionClient, pair: Pair, meeting: Meeting): Promise<void> {
  const { now, mentorship } = pair;
  await tx.talkTurn.updateMany({ where: { meetingId: meeting.id, endedAt: null }, data: { endedAt: now } });
  await tx.segment.updateMany({ where: { meetingId: meeting.id }, data: { startedAt: null } });
  await tx.agendaItem.updateMany({
    where: { meetingId: meeting.id, state: 'OPEN' },
    data: { state: 'CARRIED', settledAt: now, version: { increment: 1 } },
  });
  const ended = await tx.meeting.update({
    where: { id: meeting.id },
    data: {
      state: 'ENDED',
      endedAt: meeting.lastActivityAt ?? now,
      endReason: 'INACTIVITY',
      moveOnAskedById: null,
      version: { increment: 1 },
    },
  });
  await closeLater(tx, pair, ended);
  const payload = () => ({ meetingId: ended.id, meeting: ended, reason: 'INACTIVITY' });
  pair.events.add(mentorship.id, minutesAfter(now, -30), 'MeetingEnded', null, payload);
}

/** An exchange that had begun gets its 48 hours. */
async function closeLater(
  tx: Prisma.TransactionClient,
  { rows, random, now }: Pair,
  meeting: Meeting,
): Promise<void> {
  const closesAt = daysAfter(now, 2);
  const where = { meetingId: meeting.id, state: 'OPEN' as const };
  const { count } = await tx.exchange.updateMany({ where, data: { closesAt } });
  if (count > 0) rows.add('job', closingJob(random, { meetingId: meeting.id, runAt: closesAt, now }));
}
