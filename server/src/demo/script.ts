/** What one side has to say. All of it is made up. */
export type Script = {
  notes: string[];
  promise: string;
  moment: { kind: 'ADVICE' | 'ENCOURAGEMENT' | 'INSIGHT'; words: string };
  /** The mentor's only. */
  advice: string;
  /** Why the goal has come as far as it has. */
  progress: string;
  exchange: { helped: string; change: string; strength: string };
};

const MENTOR: Script = {
  notes: [
    'What would a good month look like for you?',
    'One thing at a time: the draft first, the talk after it.',
    'Ask for one hour a week that nobody can book.',
    'Small and finished beats large and nearly there.',
    'Next time: bring the part that felt hardest.',
  ],
  promise: 'Introduce you to the colleague who ran the same kind of study',
  moment: { kind: 'ENCOURAGEMENT', words: 'You asked for help early. That is what makes it work.' },
  advice: 'Write the figure legends first: they tell you what the paper says.',
  progress: 'The hard part is done, and you did it without me.',
  exchange: {
    helped: 'You came with a question instead of a status. We got to the point at once.',
    change: 'I talked too long in the middle. Please stop me sooner.',
    strength: 'You see what matters to patients, and you say it plainly.',
  },
};

const MENTEE: Script = {
  notes: [
    'A good month: two mornings of writing, and sleep after nights on call.',
    'The draft is closer than I thought: only the discussion is missing.',
    'I will ask about the protected hour on Monday.',
    'Question for later: how do I say no to the extra rota?',
    'Next time I bring the discussion section.',
  ],
  promise: 'Send you the discussion section, finished or not',
  moment: { kind: 'INSIGHT', words: 'It need not be perfect before somebody else reads it.' },
  advice: '',
  progress: 'More is done than I gave myself credit for.',
  exchange: {
    helped: 'You asked what I would tell a friend in my place. That made it simple.',
    change: 'I would like to begin with what went well.',
    strength: 'You listen until the end, and then you ask the one question that helps.',
  },
};

export type Side = 'MENTOR' | 'MENTEE';

export const scripts: Record<Side, Script> = { MENTOR, MENTEE };

export type PulseKind = 'HELPFUL' | 'TELL_ME_MORE' | 'TOO_FAST' | 'LOST_ME' | 'ENCOURAGED' | 'LETS_MOVE_ON';

/** What one answers to a pulse. */
export const answers: Record<PulseKind, PulseKind> = {
  HELPFUL: 'ENCOURAGED',
  TELL_ME_MORE: 'HELPFUL',
  TOO_FAST: 'HELPFUL',
  LOST_ME: 'TELL_ME_MORE',
  ENCOURAGED: 'HELPFUL',
  LETS_MOVE_ON: 'LETS_MOVE_ON',
};

export const PRINCIPLES = [
  'RESPECT',
  'OPENNESS',
  'RESPONSIBILITY',
  'TRUST',
  'APPRECIATION',
  'MUTUAL_BENEFIT',
] as const;
