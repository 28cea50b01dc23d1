import type { AdviceState, Meeting, PulseKind } from '../generated/client/client.ts';
import { notesOf } from './notes.ts';
import { eitherSide, type Pair, personOf, SIDES } from './tale.ts';
import { minutesAfter } from './time.ts';

export type Span = { startedAt: Date; endedAt: Date };

const KIND_PULSES: PulseKind[] = ['HELPFUL', 'HELPFUL', 'TELL_ME_MORE', 'ENCOURAGED', 'ENCOURAGED'];
const FRANK_PULSES: PulseKind[] = ['TOO_FAST', 'LOST_ME', 'LETS_MOVE_ON'];

/** A moment in a span: 0 is its beginning, 1 its end. */
export const within = ({ startedAt, endedAt }: Span, share: number) =>
  new Date(Math.round(startedAt.getTime() + (endedAt.getTime() - startedAt.getTime()) * share));

/** What the two did in the room; returns paragraphs for the record. */
export function tellRoom(pair: Pair, meeting: Meeting, span: Span): string[] {
  const { random } = pair;
  tellNotes(pair, meeting, span, random.int(2, 3));
  tellPulses(pair, meeting, span, random.int(4, 10));
  tellUsefulness(pair, meeting, span);
  tellTalking(pair, meeting, span, random.int(4, 8));
  const moments = random.int(1, 3);
  for (let index = 0; index < moments; index += 1) {
    tellMoment(pair, meeting, within(span, (index + 0.6) / (moments + 0.5)));
  }
  for (const side of SIDES) if (random.chance(0.35)) tellPrivateNote(pair, meeting, span, side);
  const taken: string[] = [];
  for (let index = random.int(0, 2); index > 0; index -= 1) {
    const advice = tellAdvice(pair, meeting, within(span, 0.2 + index * 0.2));
    if (advice.state === 'TAKEN') taken.push(`- ${advice.text}`);
  }
  return taken.length > 0 ? [['Advice taken', ...taken].join('\n')] : [];
}

export function tellNotes(pair: Pair, meeting: Meeting, span: Span, paragraphs: number): void {
  const { rows, random, events, decks, mentee } = pair;
  const [firstName = ''] = mentee.name.split(' ');
  const written = Array.from({ length: paragraphs }, () =>
    decks.notes.draw().replaceAll('{mentee}', firstName),
  );
  const at = within(span, 0.85);
  const { state, text } = notesOf(written);
  rows.add('meeting_notes', { meetingId: meeting.id, state, text, updatedAt: at });
  events.add(meeting.mentorshipId, at, 'NotesEdited', personOf(pair, eitherSide(random)).id, () => ({
    meetingId: meeting.id,
    update: Buffer.from(state).toString('base64'),
  }));
}

export function tellPulses(pair: Pair, meeting: Meeting, span: Span, count: number): void {
  const { rows, random, events } = pair;
  for (let index = 0; index < count; index += 1) {
    const at = within(span, (index + random.next()) / count);
    const authorId = personOf(pair, eitherSide(random)).id;
    const kind = random.pick(random.chance(0.8) ? KIND_PULSES : FRANK_PULSES);
    const pulse = rows.add('pulse', { id: random.id(at), meetingId: meeting.id, authorId, kind, at });
    events.add(meeting.mentorshipId, at, 'PulseGiven', authorId, () => ({ meetingId: meeting.id, pulse }));
  }
}

/** Two lines over the meeting's time that rise and fall. */
export function tellUsefulness(pair: Pair, meeting: Meeting, span: Span): void {
  const { rows, random, events } = pair;
  for (const side of SIDES) {
    const authorId = personOf(pair, side).id;
    let value = random.int(2, 4);
    const count = random.int(2, 5);
    for (let index = 0; index < count; index += 1) {
      const at = within(span, (index + 0.2 + random.next() * 0.6) / count);
      const mark = rows.add('usefulness_mark', {
        id: random.id(at),
        meetingId: meeting.id,
        authorId,
        value,
        at,
      });
      const payload = () => ({ meetingId: meeting.id, mark });
      events.add(meeting.mentorshipId, at, 'UsefulnessMarked', authorId, payload);
      value = value === 5 ? 4 : value + (value > 1 && random.chance(0.35) ? -1 : 1);
    }
  }
}

/** Turns of talking, one after another, and clarifying questions. */
export function tellTalking(pair: Pair, meeting: Meeting, span: Span, count: number): void {
  const { rows, random, events } = pair;
  const meetingId = meeting.id;
  for (let index = 0; index < count; index += 1) {
    const personId = personOf(pair, index % 2 === 0 ? 'MENTEE' : 'MENTOR').id;
    const startedAt = within(span, index / count);
    const endedAt = within(span, (index + 0.5 + random.next() * 0.45) / count);
    const turn = rows.add('talk_turn', { id: random.id(startedAt), meetingId, personId, startedAt, endedAt });
    const payload = () => ({ meetingId, turn });
    events.add(meeting.mentorshipId, startedAt, 'TalkTurnStarted', personId, payload);
    events.add(meeting.mentorshipId, endedAt, 'TalkTurnEnded', personId, payload);
  }
  for (const side of SIDES) {
    const personId = personOf(pair, side).id;
    const questions = random.int(0, side === 'MENTOR' ? 4 : 2);
    for (let asked = 1; asked <= questions; asked += 1) {
      const at = within(span, asked / (questions + 1));
      rows.add('clarifying_question', { id: random.id(at), meetingId, askerId: personId, at });
      const payload = () => ({ meetingId, personId, count: asked });
      events.add(meeting.mentorshipId, at, 'QuestionCounted', personId, payload);
    }
  }
}

export function tellMoment(pair: Pair, meeting: Meeting, at: Date, isShared = pair.random.chance(0.7)): void {
  const { rows, random, events, decks } = pair;
  const authorId = personOf(pair, eitherSide(random)).id;
  const moment = rows.add('moment', {
    id: random.id(at),
    mentorshipId: meeting.mentorshipId,
    meetingId: meeting.id,
    authorId,
    ...decks.moments.draw(),
    audience: isShared ? 'SHARED' : 'MINE',
    version: 1,
    at,
  });
  const payload = () => ({ meetingId: meeting.id, moment });
  if (isShared) events.add(meeting.mentorshipId, at, 'MomentKept', authorId, payload);
  else events.add(authorId, at, 'PrivateMomentKept', authorId, payload);
}

function tellPrivateNote(pair: Pair, meeting: Meeting, span: Span, side: 'MENTOR' | 'MENTEE'): void {
  const at = within(span, 0.9);
  pair.rows.add('private_note', {
    id: pair.random.id(at),
    meetingId: meeting.id,
    ownerId: personOf(pair, side).id,
    text: pair.decks.privateNotes.draw(),
    version: 1,
    updatedAt: at,
  });
}

/** The mentor's advice, and what the mentee made of it. */
export function tellAdvice(pair: Pair, meeting: Meeting, at: Date, state?: AdviceState) {
  const { rows, random, events, decks, mentor, mentee } = pair;
  const told = state ?? random.pick<AdviceState>(['TAKEN', 'TAKEN', 'CONSIDERING', 'OFFERED', 'NOT_FOR_ME']);
  const markedAt = told === 'OFFERED' ? null : minutesAfter(at, 2);
  const advice = rows.add('advice', {
    id: random.id(at),
    meetingId: meeting.id,
    authorId: mentor.id,
    text: decks.advice.draw(),
    state: told,
    markedAt,
    version: markedAt ? 2 : 1,
    createdAt: at,
  });
  const payload = () => ({ meetingId: meeting.id, advice });
  events.add(meeting.mentorshipId, at, 'AdviceGiven', mentor.id, payload);
  if (markedAt) events.add(meeting.mentorshipId, markedAt, 'AdviceMarked', mentee.id, payload);
  return advice;
}
