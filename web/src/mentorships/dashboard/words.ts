import type { MentorshipOutcome, MentorshipState } from '../../platform/generated/graphql.ts';

/** Where a mentorship stands, in a sentence for its two people; nothing while it simply goes on. */
export const stateWords: Record<MentorshipState, string> = {
  PROPOSED: 'This mentorship is proposed and has not begun yet.',
  CHEMISTRY: 'You are getting to know each other. Goals and meetings open when you both begin.',
  AGREEING: 'You are agreeing on how you want to work together. Goals and meetings open when you begin.',
  ACTIVE: '',
  PAUSED: 'This mentorship rests. Everything is kept and can be read; it can go on when you both want it to.',
  CLOSING: 'This mentorship is coming to a good end. Everything is kept and can be read.',
  CLOSED: 'This mentorship has ended. What you did together stays here, for both of you.',
  IN_TOUCH: 'This mentorship has ended and you stay in touch. What you did together stays here.',
};

export const outcomeWords: Record<MentorshipOutcome, string> = {
  GOALS_REACHED: 'You reached what you set out for.',
  MOVED_ON: 'One of you moved on.',
  NO_FAULT: 'You parted without anybody at fault.',
  TIME_WAS_UP: 'The time you had agreed on was up.',
};
