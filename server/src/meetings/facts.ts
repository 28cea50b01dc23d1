import type {
  ActionItem,
  Advice,
  AgendaItem,
  Meeting,
  Preparation,
  Prisma,
  Segment,
  TalkTurn,
} from '@belay/prisma/client';
import type { Write } from '../platform/transaction.ts';

/*
 * What events carry: a row's after-values as plain JSON, under the row's name. To fold a stream, take the newest
 * `meeting`, `agendaItem`, `actionItem`, `advice`, `turn` of each id, and the newest `segments` of each meeting, which
 * are all it has. Where an agenda item was moved, `positions` has the new place of every item that shifted, by id.
 */

const date = (at: Date | null) => at?.toISOString() ?? null;

export const meetingFacts = (meeting: Meeting) => ({
  id: meeting.id,
  mentorshipId: meeting.mentorshipId,
  state: meeting.state,
  startsAt: meeting.startsAt.toISOString(),
  minutes: meeting.minutes,
  zone: meeting.zone,
  place: meeting.place,
  callLink: meeting.callLink,
  objective: meeting.objective,
  personalTime: meeting.personalTime,
  personalDroppedBy: meeting.personalDroppedBy,
  plannedById: meeting.plannedById,
  proposedById: meeting.proposedById,
  leaderId: meeting.leaderId,
  currentSegmentId: meeting.currentSegmentId,
  moveOnAskedById: meeting.moveOnAskedById,
  startedAt: date(meeting.startedAt),
  startedFrom: meeting.startedFrom,
  endedAt: date(meeting.endedAt),
  endedById: meeting.endedById,
  endReason: meeting.endReason,
  cancelReason: meeting.cancelReason,
  summary: meeting.summary,
  summaryById: meeting.summaryById,
  version: meeting.version,
});

export const segmentFacts = (segment: Segment) => ({
  id: segment.id,
  kind: segment.kind,
  position: segment.position,
  minutes: segment.minutes,
  startedAt: date(segment.startedAt),
  spent: segment.spent,
});

export const preparationFacts = ({ meetingId, personId, words, readyAt, version }: Preparation) => ({
  meetingId,
  personId,
  words,
  readyAt: date(readyAt),
  version,
});

export const agendaItemFacts = (item: AgendaItem) => ({
  id: item.id,
  meetingId: item.meetingId,
  authorId: item.authorId,
  goalId: item.goalId,
  title: item.title,
  detail: item.detail,
  position: item.position,
  state: item.state,
  dropReason: item.dropReason,
  settledAt: date(item.settledAt),
  carriedFromId: item.carriedFromId,
  version: item.version,
});

export const actionItemFacts = (item: ActionItem) => ({
  id: item.id,
  meetingId: item.meetingId,
  authorId: item.authorId,
  ownerId: item.ownerId,
  title: item.title,
  dueOn: item.dueOn?.toISOString().slice(0, 10) ?? null,
  state: item.state,
  dropReason: item.dropReason,
  settledAt: date(item.settledAt),
  carriedFromId: item.carriedFromId,
  version: item.version,
});

export const adviceFacts = (advice: Advice) => ({
  id: advice.id,
  meetingId: advice.meetingId,
  authorId: advice.authorId,
  text: advice.text,
  state: advice.state,
  markedAt: date(advice.markedAt),
  version: advice.version,
});

export const talkTurnFacts = (turn: TalkTurn) => ({
  id: turn.id,
  meetingId: turn.meetingId,
  personId: turn.personId,
  startedAt: turn.startedAt.toISOString(),
  endedAt: date(turn.endedAt),
});

/** Records what happened in a meeting, with how it stands now. */
export const recordMeeting = (
  { record }: Pick<Write, 'record'>,
  type: string,
  meeting: Meeting,
  more: Prisma.InputJsonObject = {},
) =>
  record({
    streamId: meeting.mentorshipId,
    type,
    payload: { meetingId: meeting.id, meeting: meetingFacts(meeting), ...more },
  });
