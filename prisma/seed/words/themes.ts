import { BALANCE } from './balance.ts';
import { CAREER } from './career.ts';
import { CLINICAL } from './clinical.ts';
import { LEADERSHIP } from './leadership.ts';
import { RESEARCH } from './research.ts';
import { TEACHING } from './teaching.ts';
import { lines, table } from './text.ts';

/** What a pair talks about over a year. */
export type Theme = {
  goals: { title: string; why: string; planIf: string; planThen: string; milestones: string[] }[];
  objectives: string[];
  agenda: string[];
  /** What the mentee takes on. */
  tasks: string[];
  /** What the mentor takes on. */
  favours: string[];
  advice: string[];
  /** Something worth keeping: kind and words. */
  moments: { kind: 'ADVICE' | 'INSIGHT' | 'ENCOURAGEMENT' | 'INTRODUCTION'; words: string }[];
  notes: string[];
};

/** How a theme is written down: one text for each part; goals are `title | why | if | then | step; step`. */
export type ThemeText = Record<keyof Theme, string>;

function read(text: ThemeText): Theme {
  return {
    goals: table(text.goals).map(([title = '', why = '', planIf = '', planThen = '', steps = '']) => ({
      title,
      why,
      planIf,
      planThen,
      milestones: steps.split(';').map((step) => step.trim()),
    })),
    objectives: lines(text.objectives),
    agenda: lines(text.agenda),
    tasks: lines(text.tasks),
    favours: lines(text.favours),
    advice: lines(text.advice),
    moments: table(text.moments).map(([kind, words = '']) => ({
      kind: kind as Theme['moments'][number]['kind'],
      words,
    })),
    notes: lines(text.notes),
  };
}

export const THEMES: Theme[] = [RESEARCH, CLINICAL, CAREER, TEACHING, LEADERSHIP, BALANCE].map(read);
