import type { SegmentKind } from '../platform/generated/graphql.ts';

/** What each part of a meeting is called on the page. */
export const segmentName: Record<SegmentKind, string> = {
  PERSONAL: 'How are you?',
  PROMISES: 'Promises',
  GOALS: 'Goals',
  AGENDA: 'Agenda',
  EXCHANGE: 'Exchange',
  WRAP_UP: 'Wrap up',
};

/** One sentence on what it is for. */
export const segmentHint: Record<SegmentKind, string> = {
  PERSONAL: 'Time for the person, before the work.',
  PROMISES: 'What was kept, what is still open, what can go.',
  GOALS: 'How far do we both think they have come?',
  AGENDA: 'What each of us brought.',
  EXCHANGE: 'Each writes alone; both open at the same moment.',
  WRAP_UP: 'Who does what until when, and when we meet again.',
};
